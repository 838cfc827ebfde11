using System.Diagnostics.Metrics;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Statements;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>What a program that listens to the engine's meter is told: how many and why, and no more.</summary>
public sealed class EngineMeterTests : IDisposable
{
    // Other tests run in this process: what is done for this one is heard by it alone.
    private readonly AsyncLocal<List<string>?> _heard = new();
    private readonly MeterListener _listener = new();

    public EngineMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == BudgetEngine.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _heard.Value?.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        _listener.Start();
    }

    [Fact]
    public async Task A_backup_is_counted_and_so_is_one_that_failed()
    {
        await using var world = await BackupWorld.CreateAsync(DatabaseEngine.Sqlite);
        var heard = _heard.Value = [];
        await File.WriteAllTextAsync(world.Folder, "no folder");
        await world.OpenHost().BackUpWhenDueAsync();
        File.Delete(world.Folder);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.OpenHost().BackUpWhenDueAsync();

        Assert.Equal(["biweeklybudget.backups 1 reason=daily error.type=BiweeklyBudget.Core.Storage.Backup.BackupException", "biweeklybudget.backups 1 reason=daily"], heard);
    }

    [Fact]
    public async Task An_import_is_counted_by_its_lines_and_a_refused_one_is_not()
    {
        await using var world = await BankWorld.CreateAsync(DatabaseEngine.Sqlite);
        var heard = _heard.Value = [];
        await world.ImportAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A1", "-1.00") + OfxText.Transaction("A2", "-2.00")), "one.ofx"));
        await world.ImportAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A2", "-2.00") + OfxText.Transaction("A3", "-3.00")), "two.ofx"));
        await world.ImportAsync(BankWorld.Upload(OfxText.Checking(OfxText.Transaction("A4", "-4.00")), "two.ofx"));

        Assert.Equal(
            ["biweeklybudget.import.transactions 2 outcome=new", "biweeklybudget.import.transactions 0 outcome=updated", "biweeklybudget.import.transactions 1 outcome=new", "biweeklybudget.import.transactions 1 outcome=updated"],
            heard);
    }

    public void Dispose() => _listener.Dispose();
}
