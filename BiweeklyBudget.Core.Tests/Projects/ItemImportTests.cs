using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Projects;

/// <summary>Items out of a file: a preview that stores nothing, all lines or none, and never doubled.</summary>
public sealed class ItemImportTests
{
    private const string File = "Name,Quantity,Unit Cost,URL\nTile,400,2.5,https://example.com/tile\nNail,1000,0.05,\nNail,10,0.5,\n";

    [Theory]
    [OnBothEngines]
    public async Task The_same_file_twice_doubles_nothing_and_a_changed_one_changes_what_it_says(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(TableImages.TakeAsync);
        Assert.Equal((3, 0, 0), Counts(await book.Projects.PreviewItemsAsync(1, File)));
        Assert.Empty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));

        Assert.Equal(new ImportedItems(3, 0, 0), (await book.Projects.ImportItemsAsync(Import(File))).ValueOrThrow());
        Assert.Equal(new ImportedItems(0, 0, 3), (await book.Projects.ImportItemsAsync(Import(File))).ValueOrThrow());
        Assert.Equal(1055m, (await book.Projects.FindAsync(1))!.TotalCost);

        // By its address although the name is another one; by its name although it has no address yet; and what the file has no column for stays.
        (await book.Projects.SaveItemAsync((await book.Projects.FindItemAsync(1))!.ToChange() with { Notes = "red", IsActive = false })).ValueOrThrow();
        const string changed = "URL,Name,Unit Cost\nhttps://example.com/tile,Red tile,3\nhttps://example.com/nail,nail,0.05\n,Nail,0.5\n,Hammer,20\n";
        Assert.Equal((1, 2, 1), Counts(await book.Projects.PreviewItemsAsync(1, changed)));
        Assert.Equal(new ImportedItems(1, 2, 1), (await book.Projects.ImportItemsAsync(Import(changed))).ValueOrThrow());
        Assert.Equal(new ImportedItems(0, 0, 4), (await book.Projects.ImportItemsAsync(Import(changed))).ValueOrThrow());
        Assert.Equal(
            [(1, "Red tile", 400, 3m, "https://example.com/tile", "red", false), (2, "nail", 1000, 0.05m, "https://example.com/nail", "", true), (3, "Nail", 10, 0.5m, null, "", true), (4, "Hammer", 1, 20m, null, "", true)],
            (await book.Projects.ListItemsAsync(1, new TableQuery())).Rows.Select(row => (row.Id, row.Name!, row.Quantity!.Value, row.UnitCost!.Value, row.Url, row.Notes ?? "", row.IsActive!.Value)));
    }

    [Theory]
    [OnBothEngines]
    public async Task As_long_as_a_line_is_wrong_nothing_is_imported_and_each_mistake_names_its_line(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var text = $"Name,Quantity,Unit Cost,URL\nTile,1,1,\n,x,-1,javascript:1\n{new string('n', 255)},-1,1,\n";
        var preview = await book.Projects.PreviewItemsAsync(1, text);
        Assert.False(preview.IsImportable);
        Assert.Equal([0, 4, 2], preview.Items.Select(item => item.Errors.Count));
        var problems = Assert.IsType<Outcome<ImportedItems>.Invalid>(await book.Projects.ImportItemsAsync(Import(text))).Problems;
        Assert.All(problems, problem => Assert.Equal(nameof(ProjectItemImport.Text), problem.Property));
        Assert.Equal(
            [
                "Line 3: Invalid integer value: \"x\"", "Line 3: Name cannot be empty", "Line 3: Unit cost cannot be negative", "Line 3: The URL must begin with http:// or https://",
                "Line 4: Name: Cannot be longer than 254 characters", "Line 4: Quantity cannot be negative",
            ],
            problems.Select(problem => problem.Message));
        Assert.Equal(0, (await book.Projects.ListItemsAsync(1, new TableQuery())).Total);
        Assert.Equal("The file is empty.", (await book.Projects.PreviewItemsAsync(1, "")).Mistake);
        Assert.Equal([nameof(ProjectItemImport.ProjectId)], (await book.Projects.CheckAsync(Import(File) with { ProjectId = 99 })).Select(problem => problem.Property));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_the_person_confirmed_is_what_happens_or_nothing_does(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var confirmed = Import(File) with { ExpectedNew = 3, ExpectedChanged = 0 };
        (await book.Projects.SaveItemAsync(new ProjectItemChange { ProjectId = 1, Name = "nail", Quantity = 1, UnitCost = 1m })).ValueOrThrow();
        Assert.Equal(ProblemCode.Outdated, Assert.IsType<Outcome<ImportedItems>.Refused>(await book.Projects.ImportItemsAsync(confirmed)).Reason.Code);
        Assert.Equal(1, (await book.Projects.ListItemsAsync(1, new TableQuery())).Total);
        Assert.Equal(new ImportedItems(2, 1, 0), (await book.Projects.ImportItemsAsync(confirmed with { ExpectedNew = 2, ExpectedChanged = 1 })).ValueOrThrow());

        var before = await world.ReadAsync(TableImages.TakeAsync);
        (await book.Changes.UndoAsync((await book.Changes.ListAsync(take: 1)).Rows[0].Id)).ValueOrThrow();
        Assert.Equal(1, (await book.Projects.ListItemsAsync(1, new TableQuery())).Total);
        Assert.NotEmpty(TableImages.Difference(before, await world.ReadAsync(TableImages.TakeAsync)));
    }

    private static ProjectItemImport Import(string text) => new() { ProjectId = 1, Text = text };

    private static (int New, int Changed, int Known) Counts(ItemFilePreview preview) => (preview.Count(PreviewState.New), preview.Count(PreviewState.Changed), preview.Count(PreviewState.Known));

    private static async Task<EverydayWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        (await book.Projects.SaveAsync(new ProjectChange { Name = "Roof" })).ValueOrThrow();
        return world;
    }
}
