using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// The rows that belong to a running save: what is read from them stays true until its transaction ends. Each table is locked at most
/// once, with all rows that are needed, and the tables in the order of <see cref="LockedTable"/>, so that two saves never wait
/// for each other (docs/adr/0006).
/// </summary>
internal sealed class RowLocks
{
    private static readonly CompiledQuery<Func<BudgetDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<Budget>>> BudgetsOf = new(() => EF.CompileAsyncQuery((BudgetDbContext database, IReadOnlyCollection<int> ids) =>
        database.Budgets.OrderBy(budget => budget.Id).Where(budget => ids.Contains(budget.Id))));

    private static readonly CompiledQuery<Func<BudgetDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<Budget>>> LockedBudgetsOf = new(() => EF.CompileAsyncQuery((BudgetDbContext database, IReadOnlyCollection<int> ids) =>
        database.Budgets.OrderBy(budget => budget.Id).Where(budget => ids.Contains(budget.Id)).TagWith(RowLock.Tag)));

    private readonly BudgetDbContext _database;
    private readonly bool _isLocking;
    private LockedTable _last;

    private RowLocks(BudgetDbContext database, bool isLocking)
    {
        _database = database;
        _isLocking = isLocking;
    }

    /// <summary>Locks in the transaction that a context is in.</summary>
    public static RowLocks In(BudgetDbContext database) => new(database, isLocking: true);

    /// <summary>Only reads, in the same order, for a check that changes nothing.</summary>
    public static RowLocks None(BudgetDbContext database) => new(database, isLocking: false);

    /// <summary>Locks the record of a change and reads it.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Change?> ChangeAsync(long id, CancellationToken cancellationToken) =>
        Rows(LockedTable.Changes, _database.Changes.AsNoTracking().Where(change => change.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks accounts and reads them, tracked.</summary>
    public Task AccountsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        Rows(LockedTable.Accounts, _database.Accounts.Where(account => ids.Contains(account.Id)).OrderBy(account => account.Id)).LoadAsync(cancellationToken);

    /// <summary>Locks scheduled transactions and reads them, tracked.</summary>
    public async Task<IReadOnlyDictionary<int, ScheduledTransaction>> ScheduledTransactionsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        await Rows(LockedTable.ScheduledTransactions, _database.ScheduledTransactions.Where(scheduled => ids.Contains(scheduled.Id)).OrderBy(scheduled => scheduled.Id))
            .ToDictionaryAsync(scheduled => scheduled.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>Locks an account and reads it, tracked.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<Account?> AccountAsync(int id, CancellationToken cancellationToken) =>
        Rows(LockedTable.Accounts, _database.Accounts.Where(account => account.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks an account at Plaid and reads it, tracked.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<PlaidAccount?> PlaidAccountAsync(string itemId, string accountId, CancellationToken cancellationToken) =>
        Rows(LockedTable.PlaidAccounts, _database.PlaidAccounts.Where(plaid => plaid.ItemId == itemId && plaid.AccountId == accountId)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks a scheduled transaction and reads it, tracked.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<ScheduledTransaction?> ScheduledTransactionAsync(int id, CancellationToken cancellationToken) =>
        Rows(LockedTable.ScheduledTransactions, _database.ScheduledTransactions.Where(scheduled => scheduled.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks all vehicles, of which a household has few, and reads them, tracked: whoever holds them holds the order of their fills.</summary>
    /// <returns>The vehicles by id.</returns>
    public async Task<IReadOnlyDictionary<int, Vehicle>> VehiclesAsync(CancellationToken cancellationToken) =>
        await Rows(LockedTable.Vehicles, _database.Vehicles.OrderBy(vehicle => vehicle.Id)).ToDictionaryAsync(vehicle => vehicle.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>Locks transactions and reads them, tracked, without their splits: whoever holds a transaction holds those.</summary>
    /// <returns>Those that exist, by id.</returns>
    public async Task<IReadOnlyDictionary<int, Transaction>> TransactionsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        await Rows(LockedTable.Transactions, _database.Transactions.Where(transaction => ids.Contains(transaction.Id)).OrderBy(transaction => transaction.Id))
            .ToDictionaryAsync(transaction => transaction.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>Locks bank transactions, and some more: every account with every FITID, in one statement.</summary>
    public Task BankTransactionsAsync(IReadOnlyCollection<int> accounts, IReadOnlyCollection<string> fitIds, CancellationToken cancellationToken) =>
        Rows(_database.BankTransactions.Where(transaction => accounts.Contains(transaction.AccountId) && fitIds.Contains(transaction.FitId))).ToListAsync(cancellationToken);

    /// <summary>Locks the bank transactions of a statement.</summary>
    public Task BankTransactionsAsync(int statementId, CancellationToken cancellationToken) =>
        Rows(_database.BankTransactions.Where(transaction => transaction.StatementId == statementId)).ToListAsync(cancellationToken);

    /// <summary>Locks budgets and reads them, tracked.</summary>
    /// <returns>Those that exist, by id.</returns>
    public async Task<IReadOnlyDictionary<int, Budget>> BudgetsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        Next(LockedTable.Budgets);
        var budgets = new Dictionary<int, Budget>(ids.Count);
        await foreach (var budget in (_isLocking ? LockedBudgetsOf : BudgetsOf).For(_database)(_database, ids).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            budgets.Add(budget.Id, budget);
        }

        return budgets;
    }

    /// <summary>Locks all budgets and reads them, tracked.</summary>
    /// <returns>The budgets by id.</returns>
    public async Task<IReadOnlyDictionary<int, Budget>> BudgetsAsync(CancellationToken cancellationToken) =>
        await Rows(LockedTable.Budgets, _database.Budgets.OrderBy(budget => budget.Id)).ToDictionaryAsync(budget => budget.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>Locks projects and reads them, tracked. Whoever removes one holds it, and so does whoever adds items to it.</summary>
    /// <returns>Those that exist, by id.</returns>
    public async Task<IReadOnlyDictionary<int, Project>> ProjectsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        await Rows(LockedTable.Projects, _database.Projects.Where(project => ids.Contains(project.Id)).OrderBy(project => project.Id)).ToDictionaryAsync(project => project.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>Locks a line of a project and reads it, tracked.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<ProjectItem?> ProjectItemAsync(int id, CancellationToken cancellationToken) =>
        Rows(LockedTable.ProjectItems, _database.ProjectItems.Where(item => item.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Locks lines of any projects and reads them, tracked.</summary>
    public Task ProjectItemsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        Rows(LockedTable.ProjectItems, _database.ProjectItems.Where(item => ids.Contains(item.Id)).OrderBy(item => item.Id)).LoadAsync(cancellationToken);

    /// <summary>Locks all lines of a project and reads them, tracked.</summary>
    /// <returns>The lines, by id.</returns>
    public Task<List<ProjectItem>> ProjectItemsAsync(int projectId, CancellationToken cancellationToken) =>
        Rows(LockedTable.ProjectItems, _database.ProjectItems.Where(item => item.ProjectId == projectId).OrderBy(item => item.Id)).ToListAsync(cancellationToken);

    // The order is that of the key, and only the key's first part is fetched: the rows may be thousands.
    private IQueryable<int> Rows(IQueryable<BankTransaction> rows) =>
        Rows(LockedTable.BankTransactions, rows.OrderBy(transaction => transaction.AccountId).ThenBy(transaction => transaction.FitId)).Select(transaction => transaction.AccountId);

    private IQueryable<TRow> Rows<TRow>(LockedTable table, IQueryable<TRow> rows)
    {
        Next(table);
        return _isLocking ? rows.TagWith(RowLock.Tag) : rows;
    }

    private void Next(LockedTable table)
    {
        if (table <= _last)
        {
            throw new InvalidOperationException($"{table} cannot be locked after {_last}: all saves lock tables in one order, each at once.");
        }

        _last = table;
    }
}
