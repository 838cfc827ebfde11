using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>The scheduled transactions of a book: <c>book.Scheduled</c>.</summary>
public sealed class ScheduledSection
{
    private readonly BookSession _session;

    internal ScheduledSection(BookSession session) => _session = session;

    /// <summary>Names of the columns that <see cref="ListAsync"/> can sort by.</summary>
    public static IEnumerable<string> Columns => ScheduledList.Columns;

    /// <summary>One scheduled transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The scheduled transaction; null when there is none with that id.</returns>
    public Task<ScheduledDetails?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ScheduledList(database).FindAsync(id, token), cancellationToken);

    /// <summary>Whether there is a scheduled transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Whether there is one with that id.</returns>
    public Task<bool> ExistsAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => database.ScheduledTransactions.AnyAsync(scheduled => scheduled.Id == id, token), cancellationToken);

    /// <summary>A page of the table of all scheduled transactions.</summary>
    /// <param name="query">Search in the description, or for an amount of either sign; order by some of <see cref="Columns"/>, which rows.</param>
    /// <param name="typeName">Those of one type, by its name (<see cref="Schedule.TypeName"/>); null for all, and a name that no type has finds nothing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The scheduled transactions, and how many there are.</returns>
    public Task<TablePage<ScheduledDetails>> ListAsync(TableQuery query, string? typeName = null, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ScheduledList(database).ReadAsync(query, typeName, token), cancellationToken);

    /// <summary>Adds or changes a scheduled transaction.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the scheduled transaction's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(ScheduledChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveScheduledTransaction(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">
    /// Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them. A part of the schedule is
    /// named by its path, such as <c>Schedule.DayOfMonth</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(ScheduledChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveScheduledTransaction(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>Makes a transaction of an occurrence.</summary>
    /// <param name="conversion">Of which, and what it was.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the new transaction's id, or why not.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<Outcome<int>> ConvertAsync(Conversion conversion, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new ConvertScheduledTransaction(database, _session.Calendar).ExecuteAsync(conversion, cancellationToken));

    /// <summary>Everything that is wrong with a conversion; nothing is saved.</summary>
    /// <param name="conversion">The conversion.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be done.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<IReadOnlyList<Problem>> CheckAsync(Conversion conversion, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new ConvertScheduledTransaction(database, _session.Calendar).CheckAsync(conversion, unknown, cancellationToken));

    /// <summary>Skips an occurrence.</summary>
    /// <param name="skip">Of which, and why.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the id of the transaction that stands in for it, or why not.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<Outcome<int>> SkipAsync(Skip skip, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SkipScheduledTransaction(database, _session.Calendar, _session.Time).ExecuteAsync(skip, cancellationToken));

    /// <summary>Everything that is wrong with a skip; nothing is saved.</summary>
    /// <param name="skip">The skip.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be done.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<IReadOnlyList<Problem>> CheckAsync(Skip skip, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SkipScheduledTransaction(database, _session.Calendar, _session.Time).CheckAsync(skip, unknown, cancellationToken));

    /// <summary>Makes transactions of several occurrences of a pay period, all or none, with what their schedules say besides day and amount.</summary>
    /// <param name="batch">Of which, on which day, how much.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with how many were made, or why not.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<Outcome<int>> MakeAsync(OccurrenceBatch batch, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new MakeOccurrences(database, _session.Calendar).ExecuteAsync(batch, cancellationToken));

    /// <summary>Skips several occurrences of a pay period, all or none.</summary>
    /// <param name="batch">Of which, and why.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with how many were skipped, or why not.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<Outcome<int>> SkipAsync(OccurrenceBatch batch, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SkipOccurrences(database, _session.Calendar, _session.Time).ExecuteAsync(batch, cancellationToken));

    /// <summary>Everything that is wrong with making several occurrences; nothing is saved.</summary>
    /// <param name="batch">Of which, on which day, how much.</param>
    /// <param name="unknown">Names of properties whose values are not known yet; a part of an occurrence is named by its path, such as <c>Occurrences[0].Amount</c>.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be done.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<IReadOnlyList<Problem>> CheckMakingAsync(OccurrenceBatch batch, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new MakeOccurrences(database, _session.Calendar).CheckAsync(batch, unknown, cancellationToken));

    /// <summary>Everything that is wrong with skipping several occurrences; nothing is saved.</summary>
    /// <param name="batch">Of which, and why.</param>
    /// <param name="unknown">Names of properties whose values are not known yet.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be done.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<IReadOnlyList<Problem>> CheckSkippingAsync(OccurrenceBatch batch, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SkipOccurrences(database, _session.Calendar, _session.Time).CheckAsync(batch, unknown, cancellationToken));
}
