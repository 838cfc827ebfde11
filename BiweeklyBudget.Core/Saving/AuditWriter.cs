using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// Adds entries to the audit log, within the transaction of what they are about, as the last that it locks: whoever adds one holds the log's end until the transaction ends, so that entries follow
/// one another in the order of the commits and the chain never forks (docs/adr/0043).
/// </summary>
internal static class AuditWriter
{
    private const int LongestPlace = 100;
    private const int LongestDetails = 1000;

    private const string Insert =
        "INSERT INTO bb_audit (id, at, who, place, kind, subject, details, change_id, change_hash, hash) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9});\n" +
        "UPDATE bb_audit_head SET entries = {0}, hash = {9} WHERE id = 1";

    /// <summary>Adds an entry by whoever the context's work is recorded under.</summary>
    /// <param name="database">A context in a transaction.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">To whom or what; no secret.</param>
    /// <param name="details">More of it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Task AddAsync(BudgetDbContext database, AuditKind kind, string? subject, string? details, CancellationToken cancellationToken) =>
        AddAsync(database, database.Author.Who, kind, subject, details, cancellationToken);

    /// <summary>Adds an entry by somebody whom the program has only now come to know.</summary>
    /// <param name="database">A context in a transaction.</param>
    /// <param name="who">Who did it; null when it is not known.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">To whom or what; no secret.</param>
    /// <param name="details">More of it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Task AddAsync(BudgetDbContext database, string? who, AuditKind kind, string? subject, string? details, CancellationToken cancellationToken) => AppendAsync(
        database,
        new AuditRow
        {
            At = Now(database),
            Who = who,
            Kind = AuditWords.Of(kind),
            Subject = Text(subject, TextLength.Usual),
            Details = Text(details, LongestDetails),
        },
        cancellationToken);

    /// <summary>Adds the entry of a change that has been written.</summary>
    /// <param name="database">The context of the save, in its transaction.</param>
    /// <param name="change">The change.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Task AddChangeAsync(BudgetDbContext database, Change change, long id, CancellationToken cancellationToken)
    {
        var settings = BulkTable.Of<StoredSetting>(database).Name;
        var isOfSettings = change.Rows.Count > 0 && change.Rows.All(row => row.TableName == settings);
        var row = new AuditRow
        {
            At = change.At,
            Who = change.Who,
            Kind = AuditWords.Of(isOfSettings ? AuditKind.Settings : AuditKind.Change),
            Subject = change.Operation,
            ChangeId = id,
            ChangeHash = AuditHash.OfChange(change),
        };
        return AppendAsync(database, row, cancellationToken);
    }

    private static async Task AppendAsync(BudgetDbContext database, AuditRow row, CancellationToken cancellationToken)
    {
        var head = await LockAsync(database, cancellationToken).ConfigureAwait(false) ?? await BeginAsync(database, cancellationToken).ConfigureAwait(false);
        row.Id = head.Entries + 1;
        row.Who = Text(row.Who, TextLength.Usual);
        row.Place = Text(database.Author.Place, LongestPlace);
        row.Hash = AuditHash.OfEntry(head.Hash, row);
        object?[] values = [row.Id, row.At, row.Who, row.Place, row.Kind, row.Subject, row.Details, row.ChangeId, row.ChangeHash, row.Hash];
        await database.Database.ExecuteSqlRawAsync(Insert, values!, cancellationToken).ConfigureAwait(false);
    }

    private static Task<AuditHead?> LockAsync(BudgetDbContext database, CancellationToken cancellationToken) =>
        database.AuditHeads.AsNoTracking().Where(head => head.Id == AuditHead.OnlyId).TagWith(RowLock.Tag).SingleOrDefaultAsync(cancellationToken);

    // The first entry of all; or somebody took the end away, and what is there goes on: a log that stops would stop the program.
    private static async Task<AuditHead> BeginAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var newest = await database.Audit.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Hash }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        await database.AddAuditHeadAsync(new AuditHead { Id = AuditHead.OnlyId, Entries = newest?.Id ?? 0, Hash = newest?.Hash ?? "" }, cancellationToken).ConfigureAwait(false);
        return (await LockAsync(database, cancellationToken).ConfigureAwait(false))!;
    }

    private static DateTime Now(BudgetDbContext database)
    {
        var now = database.Author.Time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    // What is read back must be what was hashed.
    private static string? Text(string? text, int characters)
    {
        if (text is null)
        {
            return null;
        }

        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.Value < ' ' ? " " : rune.ToString()));
        return TextLength.Shorten(whole, characters);
    }
}
