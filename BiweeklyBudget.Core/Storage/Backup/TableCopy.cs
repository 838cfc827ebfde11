using System.Runtime.CompilerServices;
using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Copies all tables of a source into a transaction and reads them again there: the same rows, value by value, or an exception.</summary>
internal sealed class TableCopy(IBackupSource source, IRowWriter target, IReadOnlyList<StoredTable> known, IProgress<BackupProgress>? progress)
{
    /// <summary>Copies and compares. The caller commits.</summary>
    /// <returns>What was copied.</returns>
    public async Task<BackupSummary> RunAsync(CancellationToken cancellationToken)
    {
        // Where values go, what a column holds is for the program to say; the order of the columns is the source's.
        StoredTable[] tables = [.. source.Header.Tables.Select(FindKnown)];
        var copied = new List<BackupTable>();
        var stage = new StageProgress(progress, BackupStage.Copying, source.Header.TotalRows);
        foreach (var table in tables)
        {
            var tally = new TableTally(table);
            await target.WriteAsync(table, CountedAsync(table, tally, stage, cancellationToken), cancellationToken).ConfigureAwait(false);
            copied.Add(tally.ToTable());
        }

        if (await source.ReadTotalsAsync(cancellationToken).ConfigureAwait(false) is { } totals && !AreEqual(totals, copied))
        {
            throw new BackupException(BackupFault.Damaged, "The backup is damaged: its rows are not those that it counts.");
        }

        await CompareAsync(tables, copied, cancellationToken).ConfigureAwait(false);
        return source.Header.ToSummary(copied);
    }

    private async Task CompareAsync(StoredTable[] tables, List<BackupTable> copied, CancellationToken cancellationToken)
    {
        var stage = new StageProgress(progress, BackupStage.Comparing, source.Header.TotalRows);
        for (var i = 0; i < tables.Length; i++)
        {
            var tally = new TableTally(tables[i]);
            await foreach (var row in target.ReadAsync(tables[i], cancellationToken).ConfigureAwait(false))
            {
                tally.Add(row);
                stage.Add(1, tables[i].Name);
            }

            if (!TableTally.AreEqual(tally.ToTable(), copied[i]))
            {
                throw new BackupException(BackupFault.NotStorable, $"The rows of the table {tables[i].Name} read back otherwise than they were written. Nothing was changed.");
            }
        }
    }

    private async IAsyncEnumerable<StoredValue[]> CountedAsync(StoredTable table, TableTally tally, StageProgress stage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in source.ReadAsync(table, cancellationToken).ConfigureAwait(false))
        {
            tally.Add(row);
            yield return row;
            stage.Add(1, table.Name);
        }
    }

    private StoredTable FindKnown(StoredTable table)
    {
        var ours = known.FirstOrDefault(t => t.Name == table.Name) ?? throw Unknown($"a table {Shown(table.Name)}");
        return ours with { Columns = [.. table.Columns.Select(column => ours.Columns.FirstOrDefault(c => c.Name == column.Name) ?? throw Unknown($"a column {ours.Name}.{Shown(column.Name)}"))] };
    }

    private static bool AreEqual(IReadOnlyList<BackupTable> some, List<BackupTable> others) => some.Count == others.Count && some.Zip(others, TableTally.AreEqual).All(equal => equal);

    private static BackupException Unknown(string what) => new(BackupFault.Newer, $"The backup has {what}, which this version of the program does not know. Nothing was changed.");

    // A name from a file goes to a terminal.
    private static string Shown(string name) => string.Concat(name.Take(64).Select(c => char.IsControl(c) ? '?' : c));
}
