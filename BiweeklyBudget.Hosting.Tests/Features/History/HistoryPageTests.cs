using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Features.History;

/// <summary>The history says what was done in a person's words, finds it, and offers to take it back.</summary>
public sealed class HistoryPageTests
{
    private static readonly DateOnly Day = new(2017, 7, 28);

    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task It_lists_what_was_done_in_words_with_names_before_and_after(DatabaseEngine engine)
    {
        var counter = new StatementCounter();
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample, builder =>
            builder.Services.Configure<BudgetEngineOptions>(options => options.ConfigureContext = context => counter.Attach(context)));
        var empty = await RowsAsync(host, "/history");
        Assert.Empty(empty);
        await StatementCountTests.KeepsAsync(host, counter);
        var few = await counter.CountAsync(() => host.PageAsync("/history"));
        await FillAsync(host);

        var rows = await RowsAsync(host, "/history");
        Assert.Equal(
            [
                "Took change 4 back", "Deleted transaction \"Lunch, 100%\"", "Changed budget \"Trip\"", "Moved money between budgets", "Changed transaction \"Lunch, 100%\"", "Added transaction \"Lunch\"",
            ],
            rows.Select(row => row.QuerySelector(".bb-lead")!.ChildNodes.Where(node => node is not IElement { LocalName: "small" }).Select(node => node.TextContent.Trim()).Single(text => text.Length > 0)));
        Assert.All(rows, row => Assert.Equal("Ann", row.QuerySelector("[data-label=Who]")!.TextContent));
        Assert.All(rows, row => Assert.Contains("7/28/2017 06:24 UTC", row.QuerySelector("time")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(["Description: before Lunch → after Lunch, 100%", "Periodic1: before $12.34 → after $10.00", "Standing1: after $2.34", "Balance of Standing1: before $1,284.23 → after $1,281.89"], Fields(rows[4]));
        Assert.Equal(["Date: after 7/28/2017", "Description: after Lunch", "Account: after BankOne", "Periodic1: after $12.34"], Fields(rows[5]));
        Assert.Contains("Name: before Standing2 → after Trip", Fields(rows[2]));

        // A record that is there has a link, and what is in force can be taken back.
        Assert.Null(rows[1].QuerySelector(".bb-lead a"));
        Assert.Equal("/dialogs/budget/5", rows[2].QuerySelector(".bb-lead a")!.GetAttribute("data-bb-dialog"));
        Assert.Equal(["Redo", "Undo", "Taken back by change 6", "Undo", "Undo", "Undo"], rows.Select(row => row.QuerySelector(".bb-state")!.TextContent.Trim()));
        await StatementCountTests.KeepsAsync(host, counter);
        Assert.Equal(few, await counter.CountAsync(() => host.PageAsync("/history")));
        Assert.Empty(host.Errors);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task It_is_filtered_by_kind_day_text_and_record(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        await FillAsync(host);

        Assert.Equal(["change-6", "change-4"], await IdsAsync(host, "?kind=Budget"));
        Assert.Equal(["change-5", "change-3", "change-2", "change-1"], await IdsAsync(host, "?kind=Transaction"));
        Assert.Equal(["change-5", "change-2"], await IdsAsync(host, "?q=LUNCH%2C+100%25"));
        Assert.Equal(["change-5", "change-2", "change-1"], await IdsAsync(host, "?q=lunch"));

        // The names of columns are no words of a person.
        Assert.Empty(await IdsAsync(host, "?q=description"));
        Assert.Empty(await IdsAsync(host, "?q=100_"));
        Assert.Equal(6, (await IdsAsync(host, "?from=2017-07-28&to=2017-07-28")).Count);
        Assert.Empty(await IdsAsync(host, "?from=2017-07-29"));
        Assert.Empty(await IdsAsync(host, "?to=2017-07-27"));
        Assert.Equal(["change-5", "change-2", "change-1"], await IdsAsync(host, "?record=transaction-5"));
        Assert.Equal(6, (await IdsAsync(host, "?kind=nonsense&from=never&record=x")).Count);
    }

    [Fact]
    public async Task Fills_and_projects_are_told_in_words_too()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Empty);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var book = scope.ServiceProvider.GetRequiredService<BudgetBook>();
            (await book.Fuel.SaveAsync(new VehicleChange { Name = "Van" })).ValueOrThrow();
            (await book.Fuel.SaveAsync(new FuelFillChange { VehicleId = 1, Date = Day, Odometer = 1000, LevelBefore = 10, LevelAfter = 100, Location = "Corner", TotalCost = 24.59m, Volume = 10.5m })).ValueOrThrow();
            (await book.Projects.SaveAsync(new ProjectChange { Name = "Deck" })).ValueOrThrow();
            (await book.Projects.SaveItemAsync(new ProjectItemChange { ProjectId = 1, Name = "Board", Quantity = 2, UnitCost = 3.5m })).ValueOrThrow();
            (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 1))).ValueOrThrow();
        }

        var rows = await RowsAsync(host, "/history");
        string[] told = ["Deleted project \"Deck\"", "Added item \"Board\"", "Added project \"Deck\"", "Added fill \"Corner\"", "Added vehicle \"Van\""];
        Assert.All(told.Zip(rows), pair => Assert.Contains(pair.First, pair.Second.QuerySelector(".bb-lead")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Unit cost: after $3.50", Fields(rows[1]));
        Assert.Equal(["Date: after 7/28/2017", "Odometer: after 1000", "Level before, in percent: after 10", "Level after, in percent: after 100", "Location: after Corner", "Total cost: after $24.59", "Volume: after 10.5"], Fields(rows[3]));
        Assert.Equal("/dialogs/fuel/1", rows[3].QuerySelector(".bb-lead a")!.GetAttribute("data-bb-dialog"));
    }

    [Fact]
    public async Task What_was_skipped_is_told_without_tables_and_numbers()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var book = scope.ServiceProvider.GetRequiredService<BudgetBook>();
            (await book.Scheduled.SkipAsync(new Skip { ScheduledId = 1, PeriodDay = new DateOnly(2017, 7, 21), Notes = "not this time" })).ValueOrThrow();
        }

        var row = Assert.Single(await RowsAsync(host, "/history"));
        Assert.Contains("Description: after skipped in the period from 7/21/2017", Fields(row));
        Assert.Contains("Reconciled: after skipped in the period from 7/21/2017", Fields(row));
        Assert.DoesNotContain("ScheduledTransaction", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_counts_what_is_gone_and_not_what_was_renewed_because_of_it()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Empty);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var book = scope.ServiceProvider.GetRequiredService<BudgetBook>();
            (await book.Fuel.SaveAsync(new VehicleChange { Name = "Van" })).ValueOrThrow();
            foreach (var (odometer, place) in new[] { (1000, "First"), (1100, "Second"), (1250, "Third"), (1300, "Fourth") })
            {
                (await book.Fuel.SaveAsync(new FuelFillChange { VehicleId = 1, Date = Day, Odometer = odometer, LevelBefore = 10, LevelAfter = 100, Location = place, TotalCost = 24.59m, Volume = 10m })).ValueOrThrow();
            }

            // The third one counts from the first one then, and is there afterwards.
            (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, 2))).ValueOrThrow();
            (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, 1, 4))).ValueOrThrow();
        }

        var rows = await RowsAsync(host, "/history");
        Assert.Equal(["Deleted fill \"First\" and 1 more", "Deleted fill \"Second\""], rows.Take(2).Select(row => row.QuerySelector(".bb-lead")!.TextContent.Trim().Split('\n')[0].Trim()));
    }

    private static async Task FillAsync(InProcessHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<BudgetBook>();
        book.Who = "Ann";
        var id = (await book.Transactions.SaveAsync(new TransactionChange { Date = Day, Amount = 12.34m, Description = "Lunch", AccountId = 1, Splits = [new Split(1, 12.34m)] })).ValueOrThrow();
        (await book.Transactions.SaveAsync((await book.Transactions.FindAsync(id))!.ToChange() with { Description = "Lunch, 100%", Splits = [new Split(1, 10m), new Split(4, 2.34m)] })).ValueOrThrow();
        (await book.Transfers.SaveAsync(new BudgetTransfer { Date = Day, Amount = 5m, AccountId = 1, FromBudgetId = 4, ToBudgetId = 1 })).ValueOrThrow();
        (await book.Budgets.SaveAsync((await book.Budgets.FindAsync(5))!.ToChange() with { Name = "Trip" })).ValueOrThrow();
        (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Transaction, id))).ValueOrThrow();
        (await book.Changes.UndoAsync(4)).ValueOrThrow();
    }

    private static async Task<IReadOnlyList<IElement>> RowsAsync(InProcessHost host, string path)
    {
        var page = new HtmlParser().ParseDocument(await host.PageAsync(path));
        return [.. page.QuerySelectorAll("#table-history tbody tr")];
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(InProcessHost host, string query) => [.. (await RowsAsync(host, "/history" + query)).Select(row => row.Id)];

    private static IEnumerable<string> Fields(IElement row) => row.QuerySelectorAll(".bb-field-change").Select(field => string.Join(' ', field.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
