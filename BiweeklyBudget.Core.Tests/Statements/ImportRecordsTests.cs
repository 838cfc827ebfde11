using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>What is kept for undoing an import fits the column that it is kept in, however large the import was.</summary>
public sealed class ImportRecordsTests
{
    // A TEXT column of MySQL.
    private const int MostBytes = 65_535;

    [Theory]
    [InlineData(12_000, 0)]
    [InlineData(40_000, 0)]
    [InlineData(0, 5_000)]
    [InlineData(0, 30_000)]
    public void Every_piece_of_a_large_import_fits(int added, int earlier) =>
        Assert.All(ImportRecords.ValuesOf(Record(added, earlier)), value => Assert.InRange(Encoding.UTF8.GetByteCount(value), 2, MostBytes));

    [Theory]
    [OnBothEngines]
    public async Task A_large_record_is_found_as_it_was_kept(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var record = Record(12_000, 5_000);
        Assert.True(ImportRecords.ValuesOf(record).Count() > 1, "The record is too small to be kept in pieces.");

        await world.ReadAsync(async context => await AtomicSave.RunAsync<Outcome<int>>(
            context,
            "Keep",
            async (save, token) =>
            {
                await new ImportRecords(save.Database).AddAsync(save, 1, 7, record, token);
                return new Outcome<int>.Saved(0);
            },
            duplicate: null,
            default));

        var found = (await world.ReadAsync(context => new ImportRecords(context).FindAsync(1, 7, default)))!;
        Assert.Equal((record.BalanceId, 12_000, 5_000), (found.BalanceId, found.Added.Count, found.Earlier.Count));
        Assert.Equal(record.Added, found.Added);
        Assert.Equal(record.Earlier, found.Earlier);
    }

    // What earlier versions kept has its plus signs escaped.
    [Fact]
    public async Task A_record_of_an_earlier_version_is_read()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var record = Record(300, 40);
        await world.ChangeAsync(context =>
        {
            context.AddRange(ImportRecords.ValuesOf(record).Select((value, index) => new StoredSetting { Name = string.Create(CultureInfo.InvariantCulture, $"bb-import-undo/1/7/{index:000}"), Value = value.Replace("+", "\\u002B", StringComparison.Ordinal) }));
            return context.SaveChangesAsync();
        });

        Assert.Equal(record.Added, (await world.ReadAsync(context => new ImportRecords(context).FindAsync(1, 7, default)))!.Added);
    }

    private static ImportRecord Record(int added, int earlier) => new(
        9,
        [.. Enumerable.Range(0, added).Select(i => string.Create(CultureInfo.InvariantCulture, $"2026110{i:000000}"))],
        [.. Enumerable.Range(0, earlier).Select(i => EarlierRow.Of(new BankTransaction
        {
            AccountId = 1, StatementId = 3, FitId = string.Create(CultureInfo.InvariantCulture, $"K{i:000000}"), Amount = -(i % 977) - 0.25m, Name = string.Create(CultureInfo.InvariantCulture, $"SHOP {i * 7919 % 100_003}"),
            DatePosted = new DateTime(2026, 11, 1 + (i % 28), 12, 0, 0, DateTimeKind.Utc), TransactionType = "debit",
        }))]);
}
