using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Projects;

/// <summary>Projects as programs save and delete them, without a form.</summary>
public sealed class ProjectSectionTests
{
    private static readonly ProjectChange Roof = new() { Name = "Roof", Notes = "tiles", StandingBudgetId = 4 };

    private static readonly ProjectItemChange Tile = new() { ProjectId = 1, Name = "Tile", Quantity = 400, UnitCost = 2.5m, Url = "https://example.com/tile", Notes = "red" };

    [Theory]
    [OnBothEngines]
    public async Task A_project_with_its_items_claims_of_its_budget_as_long_as_it_is_active(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Equal(1, (await book.Projects.SaveAsync(Roof)).ValueOrThrow());
        (await book.Projects.SaveItemAsync(Tile)).ValueOrThrow();
        var nail = (await book.Projects.SaveItemAsync(Tile with { Name = "Nail", Quantity = 3, UnitCost = 0.0001m, IsActive = false })).ValueOrThrow();
        var roof = (await book.Projects.FindAsync(1))!;
        Assert.Equal(("Roof", "tiles", true, 4, "Repairs", 1000.0003m, 1000m), (roof.Name, roof.Notes, roof.IsActive, roof.StandingBudgetId, roof.StandingBudgetName, roof.TotalCost, roof.RemainingCost));
        Assert.Equal((nail, 0.0003m, "https://example.com/tile"), ((await book.Projects.FindItemAsync(nail))!.Id, (await book.Projects.FindItemAsync(nail))!.Cost, (await book.Projects.FindItemAsync(nail))!.Link));
        Assert.Equal(new ProjectTotals(1000.0003m, 1000m), await book.Projects.TotalsAsync());
        Assert.Equal(8482.29m, await UnallocatedAsync());

        (await book.Projects.SetActiveAsync(new ProjectActivation(1, IsActive: false))).ValueOrThrow();
        Assert.Equal((false, "Roof", 4), ((await book.Projects.FindAsync(1))!.IsActive, (await book.Projects.FindAsync(1))!.Name, (await book.Projects.FindAsync(1))!.StandingBudgetId));
        Assert.Equal(new ProjectTotals(0m, 0m), await book.Projects.TotalsAsync());
        Assert.Equal(9482.29m, await UnallocatedAsync());

        async Task<decimal> UnallocatedAsync() => (await book.Budgets.ListStandingAsync()).Single(budget => budget.Id == 4).Unallocated;
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_read_saves_itself_unchanged_whatever_other_programs_stored(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.AddRange(new Project { Id = 1, Name = "a", StandingBudgetId = 1 }, new Project { Id = 2, Name = "b", Notes = " n ", IsActive = null, StandingBudgetId = 5 });
            return Task.CompletedTask;
        });
        await world.ChangeAsync(context =>
        {
            context.AddRange(
                new ProjectItem { Id = 1, ProjectId = 1, Name = "c", Quantity = null, UnitCost = null, IsActive = null, Url = "javascript:alert(1)" },
                new ProjectItem { Id = 2, ProjectId = 1, Name = "d", Notes = " n ", UnitCost = -3m, Url = "www.example.com" });
            return Task.CompletedTask;
        });
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(TableImages.TakeAsync);
        foreach (var id in new[] { 1, 2 })
        {
            (await book.Projects.SaveAsync((await book.Projects.FindAsync(id))!.ToChange())).ValueOrThrow();
            var item = (await book.Projects.FindItemAsync(id))!;
            Assert.Null(item.Link);
            (await book.Projects.SaveItemAsync(item.ToChange())).ValueOrThrow();
        }

        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Each_rule_names_the_property_that_breaks_it(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(Roof)).ValueOrThrow();
        (await book.Projects.SaveAsync(Roof with { Name = "Deck" })).ValueOrThrow();
        var wrong = new (ProjectChange Change, string Property, ProblemCode Code)[]
        {
            (Roof with { Name = " " }, nameof(Roof.Name), ProblemCode.Missing),
            (Roof with { Name = new string('x', 41) }, nameof(Roof.Name), ProblemCode.TooLong),
            (Roof with { Name = "roof" }, nameof(Roof.Name), ProblemCode.Taken),
            (Roof with { Id = 2, Name = "Roof" }, nameof(Roof.Name), ProblemCode.Taken),
            (Roof with { Name = "New", Notes = new string('x', 255) }, nameof(Roof.Notes), ProblemCode.TooLong),
            (Roof with { Name = "New", StandingBudgetId = 99 }, nameof(Roof.StandingBudgetId), ProblemCode.NotFound),
            (Roof with { Name = "New", StandingBudgetId = 1 }, nameof(Roof.StandingBudgetId), ProblemCode.WrongKind),
        };
        foreach (var (change, property, code) in wrong)
        {
            Assert.Equal([(property, code)], Problems(await book.Projects.SaveAsync(change)));
        }

        var wrongItems = new (ProjectItemChange Change, string Property, ProblemCode Code)[]
        {
            (Tile with { Name = "" }, nameof(Tile.Name), ProblemCode.Missing),
            (Tile with { Name = new string('x', 255) }, nameof(Tile.Name), ProblemCode.TooLong),
            (Tile with { Notes = new string('x', 255) }, nameof(Tile.Notes), ProblemCode.TooLong),
            (Tile with { Url = "https://example.com/" + new string('x', 250) }, nameof(Tile.Url), ProblemCode.TooLong),
            (Tile with { Url = "javascript:alert(1)" }, nameof(Tile.Url), ProblemCode.BadFormat),
            (Tile with { Url = "ftp://example.com/" }, nameof(Tile.Url), ProblemCode.BadFormat),
            (Tile with { Quantity = -1 }, nameof(Tile.Quantity), ProblemCode.OutOfRange),
            (Tile with { UnitCost = -0.01m }, nameof(Tile.UnitCost), ProblemCode.OutOfRange),
            (Tile with { UnitCost = 0.00001m }, nameof(Tile.UnitCost), ProblemCode.OutOfRange),
            (Tile with { Quantity = 2, UnitCost = StorableAmount.Largest }, nameof(Tile.Quantity), ProblemCode.OutOfRange),
            (Tile with { ProjectId = 99 }, nameof(Tile.ProjectId), ProblemCode.NotFound),
        };
        foreach (var (change, property, code) in wrongItems)
        {
            Assert.Equal([(property, code)], Problems(await book.Projects.SaveItemAsync(change)));
        }

        Assert.Equal("Invalid Project id: 99", Refusal(await book.Projects.SaveAsync(Roof with { Id = 99, Name = "New" })));
        Assert.Equal("Invalid Project id: 99", Refusal(await book.Projects.SetActiveAsync(new ProjectActivation(99, IsActive: true))));
        Assert.Equal("Error: no BoMItem with ID 99", Refusal(await book.Projects.SaveItemAsync(Tile with { Id = 99 })));
        Assert.Equal(2, (await book.Projects.ListAsync(new TableQuery())).Total);
        Assert.Equal(0, (await book.Projects.ListItemsAsync(1, new TableQuery())).Total);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_deleted_project_goes_with_its_items_and_comes_back_with_them(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(Roof)).ValueOrThrow();
        (await book.Projects.SaveAsync(Roof with { Name = "Deck" })).ValueOrThrow();
        (await book.Projects.SaveItemAsync(Tile)).ValueOrThrow();
        (await book.Projects.SaveItemAsync(Tile with { Name = "Nail" })).ValueOrThrow();
        (await book.Projects.SaveItemAsync(Tile with { ProjectId = 2 })).ValueOrThrow();
        var before = await world.ReadAsync(TableImages.TakeAsync);

        var plan = Assert.Single(await book.Deleting.PlanAsync(Deletion.Of(RecordKind.Project, 1)));
        Assert.Equal(("Roof", null, true), (plan.Name, plan.Obstacle, plan.CanBeDeactivated));
        Assert.Equal([new RelatedRecords(RecordKind.ProjectItem, 2)], plan.Along);
        Assert.Equal(1, (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 1))).ValueOrThrow());
        Assert.Equal([2], (await book.Projects.ListAsync(new TableQuery())).Rows.Select(row => row.Id));
        Assert.Equal((0, 1), ((await book.Projects.ListItemsAsync(1, new TableQuery())).Total, (await book.Projects.ListItemsAsync(2, new TableQuery())).Total));
        Assert.Equal("This project is not there any more.", Refusal(await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 1))));

        var deletion = (await book.Changes.ListAsync(take: 1)).Rows[0];
        Assert.Equal(("DeleteRecords", 3), (deletion.Operation, deletion.RecordCount));
        (await book.Changes.UndoAsync(deletion.Id)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));

        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.ProjectItem, 2))).ValueOrThrow();
        Assert.Null(await book.Projects.FindItemAsync(2));
        (await book.Changes.UndoAsync((await book.Changes.ListAsync(take: 1)).Rows[0].Id)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_stands_on_a_change_keeps_it_from_being_taken_back(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(Roof)).ValueOrThrow();
        var added = await LastAsync();
        (await book.Projects.SaveItemAsync(Tile)).ValueOrThrow();
        var item = await LastAsync();
        Assert.Equal(ProblemCode.InUse, Reason(await book.Changes.UndoAsync(added)));

        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 1))).ValueOrThrow();
        var deleted = await LastAsync();
        (await book.Projects.SaveAsync(Roof)).ValueOrThrow();
        Assert.Equal(ProblemCode.Taken, Reason(await book.Changes.UndoAsync(deleted)));
        Assert.Equal(ProblemCode.Outdated, Reason(await book.Changes.UndoAsync(item)));
        (await book.Projects.SaveAsync((await book.Projects.FindAsync(2))!.ToChange() with { Name = "Other" })).ValueOrThrow();
        (await book.Changes.UndoAsync(deleted)).ValueOrThrow();
        Assert.Equal(1000m, (await book.Projects.FindAsync(1))!.TotalCost);

        async Task<long> LastAsync() => (await book.Changes.ListAsync(take: 1)).Rows[0].Id;
    }

    private static ProblemCode Reason(Outcome<long> outcome) => Assert.IsType<Outcome<long>.Refused>(outcome).Reason.Code;

    private static IEnumerable<(string? Property, ProblemCode Code)> Problems(Outcome<int> outcome) => Assert.IsType<Outcome<int>.Invalid>(outcome).Problems.Select(problem => (problem.Property, problem.Code));

    private static string Refusal<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Reason.Message;
}
