using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>The transactions of a book: <c>book.Transactions</c>.</summary>
public sealed class TransactionSection
{
    private readonly BookSession _session;

    internal TransactionSection(BookSession session) => _session = session;

    /// <summary>Names of the columns that <see cref="ListAsync"/> can sort by.</summary>
    public static IEnumerable<string> Columns => TransactionList.Columns;

    /// <summary>One transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transaction; null when there is none with that id.</returns>
    public Task<TransactionDetails?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new TransactionReader(database).FindAsync(id, token), cancellationToken);

    /// <summary>The last transaction of a description, as a pattern for the next one. Halves of transfers are none.</summary>
    /// <param name="description">The description, in capitals or not, without blanks around it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The one of the latest date; null when there is none.</returns>
    public Task<TransactionDetails?> FindLastAsync(string description, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(description);
        var pattern = SearchPattern.Exactly(description.Trim());
        return _session.ReadAsync(
            async (database, token) =>
            {
                var last = database.Transactions.Where(transaction => transaction.TransferId == null && EF.Functions.Like(transaction.Description, pattern, SearchPattern.Escape))
                    .OrderByDescending(transaction => transaction.Date).ThenByDescending(transaction => transaction.Id).Take(1);
                return (await new TransactionReader(database).ReadAsync(last, token).ConfigureAwait(false)).SingleOrDefault();
            },
            cancellationToken);
    }

    /// <summary>Whether there is a transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Whether there is one with that id.</returns>
    public Task<bool> ExistsAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => database.Transactions.AnyAsync(transaction => transaction.Id == id, token), cancellationToken);

    /// <summary>A page of the table of all transactions.</summary>
    /// <param name="query">Search in the description, or for an amount of either sign, a day or a month (<c>2017-07</c>); order by some of <see cref="Columns"/>, which rows.</param>
    /// <param name="filter">What the rows must have besides; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transactions, and how many there are.</returns>
    public Task<TablePage<TransactionDetails>> ListAsync(TableQuery query, TransactionFilter? filter = null, CancellationToken cancellationToken = default) =>
        _session.ReadAsync(
            async (database, token) =>
            {
                // Counting takes as long as there are many transactions; the numbers are kept with the open items.
                var known = _session.Settings.ReconcileBeginDate is null ? null : await _session.OpenItemsAsync(token).ConfigureAwait(false);
                return await new TransactionList(database, known).ReadAsync(query, filter ?? new TransactionFilter(), token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>An account with a page of its transactions, the newest first, and what it held after each.</summary>
    /// <param name="accountId">The account, in use or not.</param>
    /// <param name="query">Search in the description, and which rows; its order is ignored.</param>
    /// <param name="budgetId">Only those with a split on a budget; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The register; null when there is no account with that id. Balances are null when search or budget leave transactions out.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when reconciling begins: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public Task<AccountRegister?> RegisterAsync(int accountId, TableQuery query, int? budgetId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _session.ReadAsync(
            async (database, token) =>
            {
                if (await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, token).ConfigureAwait(false) is not { } account)
                {
                    return null;
                }

                var rows = await new AccountRowReader(database, _session.Shared).ReadAsync(await _session.OpenItemsAsync(token).ConfigureAwait(false), _session.Today, token).ConfigureAwait(false);
                var figures = rows.Single(row => row.Id == accountId).Figures(_session.Now, _session.Settings.StaleDataDays);
                return new AccountRegister(AccountDetails.Of(account), figures, await new AccountRegisterReader(database, _session.Today).ReadAsync(figures, query, budgetId, token).ConfigureAwait(false));
            },
            cancellationToken);
    }

    /// <summary>Adds or changes a transaction with its splits, and moves the balances of the standing budgets among them.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the transaction's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(TransactionChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveTransaction(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Writes the notes of a transaction; they can be changed when it is reconciled, too.</summary>
    /// <param name="notes">The transaction and its notes.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the transaction's id, or why not.</returns>
    public Task<Outcome<int>> SaveNotesAsync(TransactionNotes notes, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveTransactionNotes(database).ExecuteAsync(notes, cancellationToken));

    /// <summary>Everything that is wrong with notes; nothing is saved.</summary>
    /// <param name="notes">The transaction and its notes.</param>
    /// <param name="unknown">Names of properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when they could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(TransactionNotes notes, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveTransactionNotes(database).CheckAsync(notes, unknown, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">
    /// Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them. A part of a split is
    /// named by its path, such as <c>Splits[0].Amount</c> or <c>Splits[0].BudgetId</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(TransactionChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveTransaction(database).CheckAsync(change, unknown, cancellationToken));
}
