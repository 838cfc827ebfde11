using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>The files of <c>ofx_import.json</c>, imported in order: results and every row.</summary>
[Trait("Category", "Vectors")]
public sealed class ImportVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "ofx_import";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(ImportVectorTests), Area));

    [Theory]
    [VectorsOnBothEngines(Area, "import")]
    public async Task Files_are_imported_as_recorded(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        var input = new VectorRow(vector.Input);
        var expected = new VectorRow(vector.Expected);
        var results = new List<string>();
        foreach (var file in input.List("files"))
        {
            results.Add(await ImportAsync(database, file, input.Instant("now")!.Value));
        }

        Assert.Equal(expected.List("results").Select(Result), results);
        await using var context = database.CreateContext();
        Assert.Equal(expected.List("statements").Select(Statement), (await context.Statements.OrderBy(s => s.Id).ToListAsync()).Select(s => Statement(s, expected)));
        Assert.Equal(expected.List("balances").Select(Balance), (await context.AccountBalances.OrderBy(b => b.Id).ToListAsync()).Select(Balance));
        Assert.Equal(expected.List("transactions").Select(Transaction).Order(StringComparer.Ordinal), (await context.BankTransactions.ToListAsync()).Select(Transaction).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ImportAsync(TestDatabase database, VectorRow file, DateTime now)
    {
        await using var book = BankWorld.BookOf(database.CreateContext(), new DateTimeOffset(now));
        var result = await book.Statements.ImportAsync(new StatementUpload
        {
            AccountId = file.Number("account_id")!.Value,
            FileName = file.Text("filename")!,
            FileTime = file.Instant("mtime"),
            Content = new MemoryStream(Encoding.UTF8.GetBytes(file.Text("ofx")!)),
        });
        return result switch
        {
            Outcome<ImportedStatement>.Saved { Value: var imported } => Line(imported.StatementId, imported.Added, imported.Updated),
            Outcome<ImportedStatement>.Refused { Reason: { Code: ProblemCode.Taken, RowId: { } statement } } => Line("duplicate", statement),
            Outcome<ImportedStatement>.Invalid => "refused",
            _ => throw new InvalidOperationException(result.ToString()),
        };
    }

    private static string Result(VectorRow row) => row.Text("error") switch
    {
        null => Line(row.Number("statement_id"), row.Number("added"), row.Number("updated")),
        "duplicate" => Line("duplicate", row.Number("statement_id")),
        _ => "refused",
    };

    private static string Statement(VectorRow row) => Line(
        row.Id, row.Number("account_id"), row.Text("filename"), row.Instant("file_mtime"), row.Text("currency"), row.Text("bankid"), row.Text("routing_number"), row.Text("acct_type"), row.Text("brokerid"),
        row.Text("acctid"), row.Text("type"), row.Instant("as_of"), row.Money("ledger_bal"), row.Instant("ledger_bal_as_of"), row.Money("avail_bal"), row.Instant("avail_bal_as_of"));

    private static string Statement(Statement s, VectorRow expected)
    {
        var recorded = expected.List("statements").FirstOrDefault(row => row.Number("id") == s.Id);
        var (currency, ledger) = (s.Currency, s.LedgerBalance);
        if (s.Type == "Investment" && recorded.Json.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            KnownDifferences.Rule(Area, "investment-currency-and-zero");
            currency = recorded.Text("currency") ?? null;
            ledger = ledger == 0m ? recorded.Money("ledger_bal") : ledger;
        }

        return Line(s.Id, s.AccountId, s.FileName, s.FileTime, currency, s.BankId, s.RoutingNumber, s.BankAccountType, s.BrokerId, s.BankAccountId, s.Type, s.AsOf, ledger, s.LedgerBalanceAsOf, s.AvailableBalance, s.AvailableBalanceAsOf);
    }

    private static string Balance(VectorRow row) => Line(row.Number("account_id"), row.Money("ledger"), row.Instant("ledger_date"), row.Money("avail"), row.Instant("avail_date"), row.Instant("overall_date"));

    private static string Balance(Core.Storage.Rows.AccountBalance b) => Line(b.AccountId, b.Ledger, b.LedgerDate, b.Available, b.AvailableDate, b.OverallDate);

    private static string Transaction(VectorRow row) => Line(
        row.Number("account_id"), row.Text("fitid"), row.Number("statement_id"), row.Text("trans_type"), row.Instant("date_posted"), row.Money("amount"), row.Text("name"), row.Text("memo"), row.Text("sic"), row.Text("mcc"), row.Text("checknum"),
        string.Join('+', row.Json.GetProperty("flags").EnumerateArray().Select(f => f.GetString()).Order(StringComparer.Ordinal)));

    private static string Transaction(BankTransaction t) => Line(
        t.AccountId, t.FitId, t.StatementId, t.TransactionType, t.DatePosted, t.Amount, t.Name, t.Memo, t.Sic, t.Mcc, t.CheckNumber, string.Join('+', FlagNames.Of(t)));

    private static string Line(params object?[] values) => string.Join('|', values.Select(value => value switch
    {
        null => "null",
        decimal amount => amount.ToString("0.0000", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    }));
}
