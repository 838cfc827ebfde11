using System.Globalization;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Projects;

/// <summary>Random commands, and random ones taken back at once, against a model of projects and items: every figure that is read is what the model adds up.</summary>
public sealed class RandomProjectTests
{
    private const int Steps = 120;

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, 1)]
    [InlineData(DatabaseEngine.Sqlite, 2)]
    [InlineData(DatabaseEngine.MySql, 3)]
    public async Task Random_commands_and_undos_end_equal_to_the_model(DatabaseEngine engine, int seed)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();

        // Seeded, so that a failure can be repeated; no secret depends on it.
#pragma warning disable CA5394
        var random = new Random(seed);
        int Number(int least, int below) => random.Next(least, below);
#pragma warning restore CA5394

        var projects = new SortedDictionary<int, ProjectChange>();
        var items = new SortedDictionary<int, ProjectItemChange>();
        var undone = 0;
        for (var step = 0; step < Steps; step++)
        {
            var (projectsBefore, itemsBefore) = (projects.ToList(), items.ToList());
            var last = (await book.Changes.ListAsync(take: 1)).Rows is [var newest] ? newest.Id : 0;
            await StepAsync();
            var changes = await book.Changes.ListAsync(take: 1);
            if (Number(0, 3) == 0 && changes.Rows.Count > 0 && changes.Rows[0].Id > last)
            {
                (await book.Changes.UndoAsync(changes.Rows[0].Id)).ValueOrThrow();
                (projects, items) = (new(projectsBefore.ToDictionary()), new(itemsBefore.ToDictionary()));
                undone++;
            }

            await CheckAsync(step);
        }

        Assert.InRange(undone, 10, Steps);
        Assert.NotEmpty(items);

        async Task StepAsync()
        {
            var (project, item) = (Pick(projects.Keys), Pick(items.Keys));
            switch (Number(0, 9))
            {
                case 0 or 1:
                    var added = new ProjectChange { Name = Text("P"), StandingBudgetId = Number(0, 2) == 0 ? null : Number(3, 6) };
                    projects.Add((await book.Projects.SaveAsync(added)).ValueOrThrow(), added);
                    break;
                case 2 when project is { } id:
                    projects[id] = projects[id] with { Id = id, Name = Text("Q"), StandingBudgetId = Number(3, 6), IsActive = Number(0, 4) > 0 };
                    (await book.Projects.SaveAsync(projects[id])).ValueOrThrow();
                    break;
                case 3 when project is { } id:
                    projects[id] = projects[id] with { IsActive = Number(0, 2) == 0 };
                    (await book.Projects.SetActiveAsync(new ProjectActivation(id, projects[id].IsActive))).ValueOrThrow();
                    break;
                case 4 when project is { } id && Number(0, 3) == 0:
                    var gone = items.Where(entry => entry.Value.ProjectId == id).Select(entry => entry.Key).ToList();
                    var along = Assert.Single(await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Project, id))).Along;
                    Assert.Equal(gone.Count, along.Sum(related => related.Count));
                    Assert.Equal(1, (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, id))).ValueOrThrow());
                    projects.Remove(id);
                    gone.ForEach(key => items.Remove(key));
                    break;
                case 5 or 6 when project is { } id:
                    var line = Line(id);
                    items.Add((await book.Projects.SaveItemAsync(line)).ValueOrThrow(), line);
                    break;
                case 7 when item is { } id && project is { } target:
                    items[id] = Line(target) with { Id = id };
                    (await book.Projects.SaveItemAsync(items[id])).ValueOrThrow();
                    break;
                case 8 when item is { } id:
                    (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.ProjectItem, id))).ValueOrThrow();
                    items.Remove(id);
                    break;
            }
        }

        async Task CheckAsync(int step)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}");
            var rows = (await book.Projects.ListAsync(new TableQuery())).Rows;
            Assert.True(rows.Select(row => (row.Id, row.Name, row.StandingBudgetId, row.IsActive, row.TotalCost, row.RemainingCost))
                .SequenceEqual(projects.Select(p => (p.Key, (string?)p.Value.Name, p.Value.StandingBudgetId, (bool?)p.Value.IsActive, Sum(i => i.ProjectId == p.Key), Sum(i => i.ProjectId == p.Key && i.IsActive)))), where);
            Assert.Equal((where, new ProjectTotals(Sum(i => projects[i.ProjectId].IsActive), Sum(i => projects[i.ProjectId].IsActive && i.IsActive))), (where, await book.Projects.TotalsAsync()));
            Assert.True((await book.Budgets.ListStandingAsync()).All(budget => budget.Allocated == Sum(i => projects[i.ProjectId].IsActive && projects[i.ProjectId].StandingBudgetId == budget.Id && i.IsActive)), where);
        }

        decimal Sum(Func<ProjectItemChange, bool> counts) => items.Values.Where(counts).Sum(item => item.Quantity * item.UnitCost);

        int? Pick(ICollection<int> keys) => keys.Count == 0 ? null : keys.ElementAt(Number(0, keys.Count));

        ProjectItemChange Line(int project) => new() { ProjectId = project, Name = Text("i"), Quantity = Number(0, 20), UnitCost = Number(0, 1_000_000) / 10_000m, IsActive = Number(0, 3) > 0 };

        string Text(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{Number(0, int.MaxValue)}");
    }
}
