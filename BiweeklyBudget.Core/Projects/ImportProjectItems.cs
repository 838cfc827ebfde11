using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Takes a file of items into a project, or says what that would do. As long as a line is wrong, nothing of the file is stored.</summary>
internal sealed class ImportProjectItems(BudgetDbContext database) : SaveOperation<ProjectItemImport, IReadOnlyList<PlannedItem>, ImportedItems>(database)
{
    private readonly BudgetDbContext _database = database;
    private ItemFile? _file;

    /// <summary>Says what an import would do, with one SQL statement.</summary>
    public async Task<ItemFilePreview> PreviewAsync(int projectId, string text, CancellationToken cancellationToken)
    {
        var file = ItemFile.Read(text);
        if (file.Mistake is not null)
        {
            return new ItemFilePreview(file.Mistake, [], []);
        }

        var items = await _database.ProjectItems.AsNoTracking().Where(item => item.ProjectId == projectId).OrderBy(item => item.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new ItemFilePreview(null, [.. ItemImportPlan.Of(projectId, file.Lines, items).Select(item => new PreviewedItem(item.Line.Number, item.State, item.Change, item.Errors()))], file.Ignored);
    }

    protected override void CheckAlone(ProjectItemImport command, Problems problems)
    {
        _file = ItemFile.Read(command.Text);
        if (_file.Mistake is { } mistake)
        {
            problems.Add(nameof(command.Text), ProblemCode.Unreadable, mistake);
        }
    }

    protected override async Task<IReadOnlyList<PlannedItem>> CheckAsync(RunningSave save, ProjectItemImport command, Problems problems, CancellationToken cancellationToken)
    {
        if (problems.Knows(nameof(command.ProjectId)) && (await save.Rows.ProjectsAsync([command.ProjectId], cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            problems.Add(nameof(command.ProjectId), ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no project with ID {command.ProjectId}"));
        }

        _file ??= ItemFile.Read(command.Text);
        var plan = ItemImportPlan.Of(command.ProjectId, _file.Lines, await save.Rows.ProjectItemsAsync(command.ProjectId, cancellationToken).ConfigureAwait(false));
        foreach (var item in plan)
        {
            foreach (var error in item.Errors())
            {
                problems.Add(nameof(command.Text), ProblemCode.BadFormat, string.Create(CultureInfo.InvariantCulture, $"Line {item.Line.Number}: {error}"));
            }
        }

        if (!problems.Any && (Differs(command.ExpectedNew, PreviewState.New) || Differs(command.ExpectedChanged, PreviewState.Changed)))
        {
            problems.Refuse(ProblemCode.Outdated, "The project's items have changed since the preview was made; nothing was imported. Choose the file again to see what would happen now.");
        }

        return plan;

        bool Differs(int? expected, PreviewState state) => expected is { } count && count != plan.Count(item => item.State == state);
    }

    protected override async Task<Outcome<ImportedItems>> StoreAsync(RunningSave save, ProjectItemImport command, IReadOnlyList<PlannedItem> rows, CancellationToken cancellationToken)
    {
        var result = new ImportedItems(Count(PreviewState.New), Count(PreviewState.Changed), Count(PreviewState.Known));
        foreach (var item in rows.Where(item => item.State != PreviewState.Known).ToList())
        {
            ItemRules.Write(item.Change, item.Row ?? save.Database.ProjectItems.Add(new ProjectItem()).Entity);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<ImportedItems>.Saved(result);

        int Count(PreviewState state) => rows.Count(item => item.State == state);
    }
}
