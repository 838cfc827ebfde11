using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The accounts of a book: <c>book.Accounts</c>.</summary>
public sealed class AccountSection
{
    private readonly BookSession _session;

    internal AccountSection(BookSession session) => _session = session;

    /// <summary>All accounts, inactive ones too.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The accounts, by name ignoring case.</returns>
    public Task<IReadOnlyList<AccountDetails>> ListAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<AccountDetails>>(
        async (database, token) =>
            [.. (await database.Accounts.AsNoTracking().ToListAsync(token).ConfigureAwait(false)).Select(AccountDetails.Of).OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Id)],
        cancellationToken);

    /// <summary>One account.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The account; null when there is none with that id.</returns>
    public Task<AccountDetails?> FindAsync(int id, CancellationToken cancellationToken = default) => _session.ReadAsync(
        async (database, token) => await database.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, token).ConfigureAwait(false) is { } row ? AccountDetails.Of(row) : null,
        cancellationToken);

    /// <summary>The active accounts of all types: what the bank says, what is not reconciled yet, and how old the bank's data is.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The accounts, by name ignoring case.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when reconciling begins: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public Task<IReadOnlyList<AccountFigures>> ListActiveAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync(
            async (database, token) => await new AccountOverview(database, _session.Shared).ReadActiveAsync(await _session.OpenItemsAsync(token).ConfigureAwait(false), _session.Now, _session.Settings.StaleDataDays, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>What an account held, as statements and people said, with one SQL statement.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="take">Most to give, from 1 on.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The balances, the current one first; none for an unknown account.</returns>
    public Task<IReadOnlyList<StoredBalance>> ListBalancesAsync(int accountId, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        return _session.ReadAsync<IReadOnlyList<StoredBalance>>(
            async (database, token) => await CurrentBalance.First(database.AccountBalances.AsNoTracking().Where(balance => balance.AccountId == accountId)).Take(take)
                .Select(balance => new StoredBalance(
                    balance.Id,
                    balance.LedgerDate,
                    balance.Ledger,
                    database.Statements.Where(statement => statement.AccountId == balance.AccountId && statement.LedgerBalance == balance.Ledger && statement.LedgerBalanceAsOf == balance.LedgerDate)
                        .OrderBy(statement => statement.Id).Select(statement => statement.FileName).FirstOrDefault()))
                .ToListAsync(token).ConfigureAwait(false),
            cancellationToken);
    }

    /// <summary>Says what an account holds.</summary>
    /// <param name="change">The balance and its day.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the balance's id, or why not.</returns>
    public Task<Outcome<int>> SaveBalanceAsync(BalanceChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBalance(database, _session.Now).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a balance; nothing is saved.</summary>
    /// <param name="change">The balance and its day.</param>
    /// <param name="unknown">Names of properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(BalanceChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBalance(database, _session.Now).CheckAsync(change, unknown, cancellationToken));

    /// <summary>How the balances of all accounts went.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public Task<BalanceChart> BalanceHistoryAsync(CancellationToken cancellationToken = default) =>
        _session.ReadKeptAsync("balances", (database, token) => new BalanceHistory(database).ReadAsync(token), cancellationToken);

    /// <summary>The accounts at Plaid that an account can be linked with, those that are taken too.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The accounts, by institution and name ignoring case.</returns>
    public Task<IReadOnlyList<PlaidAccountName>> ListPlaidAccountsAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<PlaidAccountName>>(
        async (database, token) =>
        {
            var query =
                from account in database.PlaidAccounts
                join item in database.PlaidItems on account.ItemId equals item.ItemId
                select new PlaidAccountName(new PlaidAccountKey(account.ItemId, account.AccountId), item.InstitutionName, account.Name, account.Mask);
            var accounts = await query.ToListAsync(token).ConfigureAwait(false);
            return [.. accounts.OrderBy(account => account.Institution, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Name, StringComparer.OrdinalIgnoreCase)];
        },
        cancellationToken);

    /// <summary>Adds or changes an account.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the account's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(AccountChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveAccount(database, _session.Time).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(AccountChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveAccount(database, _session.Time).CheckAsync(change, unknown, cancellationToken));
}
