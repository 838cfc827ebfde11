using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Core.Audit;

/// <summary>
/// The audit log: <c>book.Audit</c>. Who signs in and may, is written down always; changes of money data and settings are when the book says from where they come
/// (<see cref="BudgetBook.Place"/>); what the program lets out as files, its caller says. Nothing of the program changes or removes an entry.
/// </summary>
public sealed class AuditSection
{
    private const int MostEntries = 1000;

    private readonly BookSession _session;

    internal AuditSection(BookSession session) => _session = session;

    /// <summary>Entries, the latest first.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="take">Most to give, from 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The entries, and how many there are.</returns>
    public Task<TablePage<AuditEntry>> ListAsync(AuditFilter? filter = null, int skip = 0, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostEntries);
        return _session.ReadAsync((database, token) => new AuditReader(database).ListAsync(filter ?? new AuditFilter(), skip, take, token), cancellationToken);
    }

    /// <summary>
    /// Checks that no entry was changed, removed, put in or moved since it was written, and that every change of money data is in the record of changes as it was recorded. It reads the whole log, in
    /// little memory.
    /// </summary>
    /// <param name="mark">What an earlier check said (<see cref="AuditCheck.Mark"/>); null for none. Without one, a log that somebody shortened or wrote anew together with its end looks whole.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">The mark is none.</exception>
    public Task<AuditCheck> VerifyAsync(string? mark = null, CancellationToken cancellationToken = default)
    {
        (long Id, string Hash)? noted = mark is null ? null : AuditVerifier.MarkOf(mark) ?? throw new ArgumentException("A mark is the number of an entry, a colon and its hash.", nameof(mark));
        return _session.ReadAsync((database, token) => new AuditVerifier(database, noted).RunAsync(token), cancellationToken);
    }

    /// <summary>Adds an entry, by whoever the book's work is recorded under (<see cref="BudgetBook.Who"/>, <see cref="BudgetBook.Place"/>).</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="subject">To whom or what, cut to 254 characters: no secret, no number of an account.</param>
    /// <param name="details">More of it in words, cut to 1,000 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public Task AddAsync(AuditKind kind, string? subject, string? details = null, CancellationToken cancellationToken = default) => UserRows.WriteAsync(
        _session,
        async database =>
        {
            await AuditWriter.AddAsync(database, kind, subject, details, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);
}
