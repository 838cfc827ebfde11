using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Benchmarks;

/// <summary>
/// A file of 10,000 transactions: read, imported, and imported again under another name, which adds nothing. On SQLite, or on the
/// database that BENCHMARK_CONNSTRING names, which is emptied of statements. An import may take five seconds on a small machine.
/// </summary>
[MemoryDiagnoser]
[InvocationCount(1)]
[IterationCount(10)]
[WarmupCount(2)]
public class ImportBenchmarks
{
    private const int Transactions = 10_000;

    private static readonly byte[] File = Encoding.UTF8.GetBytes(Text());

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"bbbench-{Guid.NewGuid():n}.db");
    private DatabaseConnection _connection = null!;
    private int _imports;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _connection = DatabaseConnection.Parse(Environment.GetEnvironmentVariable("BENCHMARK_CONNSTRING") is { Length: > 0 } url ? url : "sqlite:///" + _path);
        await using (var schema = _connection.Provider.CreateSite().CreateContext(configure: null))
        {
            await schema.Database.MigrateAsync();
        }

        await using var database = _connection.CreateContext();
        if (!await database.Accounts.AnyAsync(a => a.Id == 1))
        {
            database.Accounts.Add(new Account { Id = 1, Name = "Checking", Type = AccountType.Bank, LateFeePattern = "^late", PaymentPattern = ".*thank you" });
            await database.SaveChangesAsync();
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + "*"))
        {
            System.IO.File.Delete(file);
        }
    }

    [IterationSetup(Targets = [nameof(Import)])]
    public void Empty()
    {
        using var database = _connection.CreateContext();
        database.BankTransactions.ExecuteDelete();
        database.Statements.ExecuteDelete();
    }

    [Benchmark]
    public int Read() => OfxFile.Read(new MemoryStream(File)).Statements[0].Transactions.Count;

    [Benchmark]
    public async Task<int> Import() => (await ImportAsync()).Added;

    [Benchmark]
    public async Task<int> ImportAgain()
    {
        var result = await ImportAsync();
        return _imports > 1 && result.Added != 0 ? throw new InvalidOperationException($"{result.Added} transactions were added twice.") : result.Updated;
    }

    private async Task<ImportedStatement> ImportAsync()
    {
        await using var database = _connection.CreateContext();
        var upload = new StatementUpload { AccountId = 1, FileName = string.Create(CultureInfo.InvariantCulture, $"{_imports++}.ofx"), Content = new MemoryStream(File) };
        return (await new ImportStatement(database, TimeProvider.System).ExecuteAsync(upload)).ValueOrThrow();
    }

    private static string Text()
    {
        var text = new StringBuilder("OFXHEADER:100\nENCODING:UTF-8\n\n<OFX><SONRS><DTSERVER>20170728053000</SONRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1111</BANKACCTFROM><BANKTRANLIST>\n");
        for (var i = 0; i < Transactions; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>2017{1 + (i % 12):00}{1 + (i % 28):00}120000<TRNAMT>-{i % 900}.25<FITID>20170728-{i:000000}<NAME>SHOP {i}<MEMO>CARD 4711 AMSTERDAM</STMTTRN>\n");
        }

        return text.Append("</BANKTRANLIST><LEDGERBAL><BALAMT>1<DTASOF>20170728</LEDGERBAL></STMTRS></OFX>\n").ToString();
    }
}
