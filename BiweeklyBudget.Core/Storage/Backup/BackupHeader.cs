using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>The first block of a backup.</summary>
/// <param name="CreatedAt">The moment as of which the data is; UTC.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="Source">The engine that the data comes from.</param>
/// <param name="Migrations">Names of the migrations that the database had, oldest first.</param>
/// <param name="LeftOut">What the program did not know.</param>
/// <param name="Tables">The tables in the order in which they follow.</param>
/// <param name="Rows">Their numbers of rows, in the same order.</param>
internal sealed record BackupHeader(
    DateTimeOffset CreatedAt, string Program, DatabaseEngine Source, IReadOnlyList<string> Migrations, IReadOnlyList<string> LeftOut, IReadOnlyList<StoredTable> Tables, IReadOnlyList<long> Rows)
{
    /// <summary>Rows of all tables.</summary>
    public long TotalRows => Rows.Sum();

    /// <summary>The summary, once the tables are read.</summary>
    public BackupSummary ToSummary(IReadOnlyList<BackupTable> tables) =>
        new() { CreatedAt = CreatedAt, Program = Program, Source = Source, Migrations = Migrations, LeftOut = LeftOut, Tables = tables };
}
