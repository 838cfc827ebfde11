using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>A bank transaction is of the day that the bank wrote, whatever day that is in UTC.</summary>
public sealed class BankDayTests
{
    private static readonly DateOnly Fourth = new(2017, 7, 4);

    // The evening of the 4th in New York is the 5th in UTC, the morning of the 4th in Auckland still the 3rd.
    private static readonly string File = OfxText.Checking(
        OfxText.Transaction("NY", date: "20170704220000[-5:EST]") + OfxText.Transaction("NZ", date: "20170704080000[12:NZST]") + OfxText.Transaction("UTC", date: "20170704"));

    [Theory]
    [OnBothEngines]
    public async Task An_import_keeps_the_banks_own_day(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(File));
        Assert.All(await world.TransactionsAsync(), row => Assert.Equal(Fourth, row.PostedDay));
        Assert.Equal([5, 3, 4], (await world.TransactionsAsync()).Select(row => row.DatePosted!.Value.Day));
        await using var book = world.OpenBook();
        Assert.All((await book.Statements.ListAsync(new TableQuery())).Rows, line => Assert.Equal(Fourth, line.DayPosted));
        Assert.Equal(Fourth, (await book.Statements.FindAsync(1, "NY"))!.DayPosted);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_row_of_before_gets_its_day_and_that_is_no_change(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(File));
        await world.ReadAsync(async context =>
        {
            foreach (var row in context.BankTransactions)
            {
                row.PostedDay = null;
            }

            return await context.SaveChangesAsync();
        });
        await using (var book = world.OpenBook())
        {
            Assert.Equal(new DateOnly(2017, 7, 5), (await book.Statements.FindAsync(1, "NY"))!.DayPosted);
            var preview = Assert.Single((await book.Statements.PreviewAsync("b.ofx", OfxText.Bytes(File))).Statements);
            Assert.All(preview.Transactions, row => Assert.Equal((PreviewState.Known, null, Fourth), (row.State, row.Oddity, row.DayPosted)));
        }

        await world.ImportedAsync(BankWorld.Upload(File, "b.ofx"));
        Assert.All(await world.TransactionsAsync(), row => Assert.Equal(Fourth, row.PostedDay));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_match_is_ranked_by_the_banks_own_day(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("NY", "12.00", date: "20170704220000[-5:EST]"))));
        await world.ReadAsync(async context =>
        {
            var budget = context.Budgets.Add(new Budget { Name = "Food", StartingBalance = 1m }).Entity;
            await context.SaveChangesAsync();
            context.Transactions.Add(new Transaction { Date = Fourth, Description = "Shop", AccountId = 1, Splits = { new() { BudgetId = budget.Id, Amount = 12m } } });
            return await context.SaveChangesAsync();
        });
        await using var book = Book(world);
        Assert.Equal(0, Assert.Single((await book.Reconciling.ListAsync()).Suggestions).DaysLater);
    }

    [Fact]
    public void A_day_that_does_not_belong_to_the_instant_is_not_believed() =>
        Assert.Equal(new DateOnly(2017, 8, 1), BankDay.Of(new DateTime(2017, 8, 1, 3, 0, 0, DateTimeKind.Utc), Fourth));

    [Theory]
    [OnBothEngines]
    public async Task Days_out_of_range_are_not_imported_unless_they_are_there(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var file = OfxText.Checking(OfxText.Transaction("A") + OfxText.Transaction("OLD", date: "18991231120000"));
        var refused = Assert.IsType<Outcome<ImportedStatement>.Invalid>(await world.ImportAsync(BankWorld.Upload(file)));
        Assert.Equal("Dates must lie between 1900-01-01 and 2200-12-31: the transaction in line 13 is of 1899-12-31.", Assert.Single(refused.Problems).Message);
        await using (var book = world.OpenBook())
        {
            var preview = Assert.Single((await book.Statements.PreviewAsync("b.ofx", OfxText.Bytes(file), new Dictionary<int, int> { [0] = 1 })).Statements);
            Assert.Contains(preview.Transactions, row => row is { FitId: "OLD", Oddity: "not to be imported: Dates must lie between 1900-01-01 and 2200-12-31" });
        }

        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("OLD")), "b.ofx"));
        await world.ReadAsync(async context =>
        {
            context.BankTransactions.Single().DatePosted = new DateTime(1899, 12, 31, 12, 0, 0, DateTimeKind.Utc);
            return await context.SaveChangesAsync();
        });
        Assert.Equal((1, 1), await world.ImportedAsync(BankWorld.Upload(file)) is var imported ? (imported.Added, imported.Updated) : default);
    }

    [Theory]
    [InlineData("20170728053000", "18000101", "DTSERVER \"18000101\"")]
    [InlineData("<DTASOF>20170728053000", "<DTASOF>22010101", "DTASOF \"22010101\"")]
    public void A_statements_own_dates_lie_in_the_range_too_or_are_left_out_with_a_warning(string right, string wrong, string named)
    {
        var file = OfxText.Read(OfxText.Checking("").Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(file.Warnings.Concat(file.Statements[0].Warnings), warning => warning.Contains(named + " is no date between 1900-01-01 and 2200-12-31; it is left out.", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_file_with_the_greatest_amounts_is_imported(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A", "-99999999999999.9999") + OfxText.Transaction("B", "99,999,999,999,999.99"), balance: "99999999999999.9999")));
        Assert.Equal([-99_999_999_999_999.9999m, 99_999_999_999_999.99m], (await world.TransactionsAsync()).Select(row => row.Amount!.Value));
        await using var book = Book(world);
        Assert.Equal(99_999_999_999_999.9999m, (await book.Accounts.ListActiveAsync()).Single(account => account.Id == 1).Ledger);
        Assert.Equal("1:-99999999999999.9999", MatchKey.Of((await book.Statements.FindAsync(1, "A"))!).ToString());
    }

    /// <summary>A book that reconciles since the beginning of the year.</summary>
    private static BudgetBook Book(BankWorld world)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", ReconcileBeginDate = new DateOnly(2017, 1, 1) };
        return new BudgetBook(new BookSession(world.Database.CreateContext(), () => settings, new FakeTimeProvider(BankWorld.Now), _ => settings));
    }
}
