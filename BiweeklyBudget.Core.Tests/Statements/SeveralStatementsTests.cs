using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>Files with several statements of one account, and which of its balances is the newest.</summary>
public sealed class SeveralStatementsTests
{
    private static readonly string ThreeMonths = Months("20170630", "20170430", "20170531");

    [Theory]
    [OnBothEngines]
    public async Task All_statements_of_the_account_are_imported_the_oldest_first_and_the_newest_has_the_files_name(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);

        var imported = await world.ImportedAsync(BankWorld.Upload(ThreeMonths, "months.ofx"));

        Assert.Equal((3, 0), (imported.Added, imported.Updated));
        var statements = await world.ReadAsync(c => c.Statements.OrderBy(s => s.Id).ToListAsync());
        Assert.Equal([4, 5, 6], statements.Select(s => s.LedgerBalanceAsOf!.Value.Month));
        Assert.Equal(["months.ofx (3)", "months.ofx (2)", "months.ofx"], statements.Select(s => s.FileName));
        Assert.Equal(imported.StatementId, statements[2].Id);
        Assert.Equal(imported.StatementId, Assert.IsType<Outcome<ImportedStatement>.Refused>(await world.ImportAsync(BankWorld.Upload(ThreeMonths, "months.ofx"))).Reason.RowId);
        Assert.Equal(1706m, await LedgerAsync(world, 1));
    }

    [Theory]
    [OnBothEngines]
    public async Task Those_of_another_account_are_left_out_and_named(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var file = Months("20170430", "20170531").Replace("</OFX>", OfxText.Checking(OfxText.Transaction("OTHER"), "999888777")[OfxText.Header.Length..].Replace("<OFX>", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var saved = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportAsync(BankWorld.Upload(file)));

        Assert.Equal(2, saved.Value.Added);
        Assert.Contains("The file holds 2 accounts; Bank ending in 2333 is taken. Left out: Bank ending in 8777.", saved.Warnings);
    }

    [Theory]
    [OnBothEngines]
    public async Task An_older_statement_that_comes_later_never_moves_the_balance_back(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(Balance("250.00", "20170720", server: "20170721"), "new.ofx", account: 2));
        await world.ImportedAsync(BankWorld.Upload(Balance("900.00", "20170630", server: "20170727"), "old.ofx", account: 2));
        await world.ImportedAsync(BankWorld.Upload(Balance("800.00", "", server: "20170728"), "by its end.ofx", account: 2));

        Assert.Equal(250m, await LedgerAsync(world, 2));
        var card = Assert.Single((await world.ReadAsync(c => new PayoffReader(c).ReadAsync(BankWorld.Now.UtcDateTime, default))).Cards);
        Assert.Equal((250m, new DateTime(2017, 7, 20)), (card.Ledger, card.BalanceDate));
        var chart = await world.ReadAsync(c => new BalanceHistory(c).ReadAsync(default));
        Assert.Equal([(new DateOnly(2017, 6, 30), 900m), (new DateOnly(2017, 7, 15), 800m), (new DateOnly(2017, 7, 20), 250m)], chart.Days.Select(day => (day.Date, day.Ledgers[1]!.Value)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Cash_of_a_brokerage_goes_into_a_bank_account_and_is_named_for_one_of_investments(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        var file = OfxText.Header + "<OFX>" + OfxText.SignOn + "<INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>Z5</INVACCTFROM><INVTRANLIST><DTEND>20170728<INVBANKTRAN>"
            + OfxText.Transaction("B1", "-60") + "<SUBACCTFUND>CASH</INVBANKTRAN></INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>";

        Assert.Equal(1, (await world.ImportedAsync(BankWorld.Upload(file))).Added);
        var saved = Assert.IsType<Outcome<ImportedStatement>.Saved>(await world.ImportAsync(BankWorld.Upload(file, account: 3)));

        Assert.Equal(0, saved.Value.Added);
        Assert.Contains("1 cash transactions are not imported, because this is an account of type Investment.", saved.Warnings);
    }

    [Theory]
    [OnBothEngines]
    public async Task Reconciling_begins_on_the_banks_own_day(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(
            OfxText.Transaction("EAST", date: "20170701000000[+10:AEST]") + OfxText.Transaction("WEST", date: "20170630230000[-5:EST]") + OfxText.Transaction("AT", date: "20170701") + OfxText.Transaction("BEFORE", date: "20170630"))));
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", ReconcileBeginDate = new DateOnly(2017, 7, 1) };
        await using var book = new BudgetBook(new BookSession(world.Database.CreateContext(), () => settings, new FakeTimeProvider(BankWorld.Now), _ => settings));

        Assert.Equal(["AT", "EAST"], (await book.Reconciling.ListAsync()).BankTransactions.Select(row => row.FitId).Order(StringComparer.Ordinal));
    }

    private static string Months(params string[] days)
    {
        var one = OfxText.Checking("");
        var (start, end) = (one.IndexOf("<STMTTRNRS>", StringComparison.Ordinal), one.IndexOf("</BANKMSGSRSV1>", StringComparison.Ordinal));
        return one[..start] + string.Concat(days.Select(day => one[start..end]
            .Replace("<BALAMT>100.00<DTASOF>20170728053000", $"<BALAMT>{day[2..6]}<DTASOF>{day}", StringComparison.Ordinal)
            .Replace("<DTEND>20170728\n", $"<DTEND>{day}\n" + OfxText.Transaction("M" + day, date: day), StringComparison.Ordinal))) + one[end..];
    }

    /// <summary>A statement with a balance of a day, made on another; its last day is the 15th of July.</summary>
    private static string Balance(string balance, string day, string server) => OfxText.Checking("")
        .Replace("<DTSERVER>20170728053000", "<DTSERVER>" + server, StringComparison.Ordinal)
        .Replace("<BALAMT>100.00<DTASOF>20170728053000", $"<BALAMT>{balance}<DTASOF>{day}", StringComparison.Ordinal)
        .Replace("<DTEND>20170728", "<DTEND>20170715", StringComparison.Ordinal);

    private static async Task<decimal> LedgerAsync(BankWorld world, int account)
    {
        var settings = new BudgetSettings { ConnectionString = "sqlite:///none.db", ReconcileBeginDate = new DateOnly(2017, 1, 1) };
        await using var book = new BudgetBook(new BookSession(world.Database.CreateContext(), () => settings, new FakeTimeProvider(BankWorld.Now), _ => settings));
        return (await book.Accounts.ListActiveAsync()).Single(row => row.Id == account).Ledger;
    }
}
