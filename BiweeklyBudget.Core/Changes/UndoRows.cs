using System.Reflection;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Changes;

/// <summary>The rows of a change that is to be taken back, locked in the one order of all saves (docs/adr/0006) and read as they are now.</summary>
internal sealed class UndoRows
{
    private const int Batch = 1_000;

    private static readonly MethodInfo ReadById = typeof(UndoRows).GetMethod(nameof(ByIdAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly RunningSave _save;

    private UndoRows(RunningSave save, IReadOnlyList<UndoRow> all)
    {
        _save = save;
        All = all;
    }

    /// <summary>The rows, in the order of the work.</summary>
    public IReadOnlyList<UndoRow> All { get; }

    /// <summary>Transactions that the change touches, themselves or their splits.</summary>
    public IReadOnlyCollection<int> Transactions => Ids([.. Own<Transaction>(), .. Of<TransactionSplit>(nameof(TransactionSplit.TransactionId))]);

    /// <summary>Transactions of which the change touches more than the notes, which say nothing about money.</summary>
    public IReadOnlyCollection<int> TransactionsBeyondNotes => Ids([.. Of<Transaction>().Where(row => !row.IsNotesOnly).SelectMany(row => row.Values("Id")), .. Of<TransactionSplit>(nameof(TransactionSplit.TransactionId))]);

    /// <summary>Where the fuel fills of the change were and are.</summary>
    public IEnumerable<(int Vehicle, int Odometer)> FuelPlaces =>
        from row in Of<FuelFill>()
        from place in row.Values(nameof(FuelFill.VehicleId)).Zip(row.Values(nameof(FuelFill.OdometerMiles)))
        where place is (int, int)
        select ((int)place.First!, (int)place.Second!);

    /// <summary>Reads the rows of a change, locks them with those that they belong to, and reads what they are now.</summary>
    /// <returns>Null when the change has rows of tables that this program does not know.</returns>
    public static async Task<UndoRows?> LockAsync(RunningSave save, long changeId, CancellationToken cancellationToken)
    {
        var tables = RecordedTables.Of(save.Database);
        var recorded = await save.Database.ChangedRows.AsNoTracking().Where(row => row.ChangeId == changeId).OrderBy(row => row.Number).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (recorded.Exists(row => tables.Find(row.TableName) is null))
        {
            return null;
        }

        var rows = new UndoRows(save, recorded.ConvertAll(row => new UndoRow(tables.Find(row.TableName)!, row)));
        await rows.LockAsync(cancellationToken).ConfigureAwait(false);
        await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>The rows of a class.</summary>
    public IEnumerable<UndoRow> Of<TRow>() => All.Where(row => row.Is<TRow>());

    private static HashSet<int> Ids(IEnumerable<object?> values) => [.. values.OfType<int>()];

    private IEnumerable<object?> Own<TRow>() => Of<TRow>("Id");

    private IEnumerable<object?> Of<TRow>(string property) => Of<TRow>().SelectMany(row => row.Values(property));

    // A row belongs to the one that other saves lock before they touch it.
    private async Task LockAsync(CancellationToken cancellationToken)
    {
        var locks = _save.Rows;
        var accounts = Ids([.. Own<Account>(), .. Of<AccountBalance>(nameof(AccountBalance.AccountId)), .. Of<Statement>(nameof(Statement.AccountId)), .. Of<BankTransaction>(nameof(BankTransaction.AccountId))]);
        await IfAnyAsync(accounts, locks.AccountsAsync).ConfigureAwait(false);
        var plaid = Of<Account>().Where(row => row.Before is not null && row.Changes(nameof(Account.PlaidAccountId))).Select(row => (row.Value(nameof(Account.PlaidItemId)), row.Value(nameof(Account.PlaidAccountId)))).FirstOrDefault();
        if (plaid is (string item, string account))
        {
            await locks.PlaidAccountAsync(item, account, cancellationToken).ConfigureAwait(false);
        }

        await IfAnyAsync(Ids([.. Own<ScheduledTransaction>(), .. Of<Transaction>().Where(row => row.IsAdded || row.IsRemoved).Select(row => row.Value(nameof(Transaction.ScheduledTransactionId)))]), locks.ScheduledTransactionsAsync).ConfigureAwait(false);
        if (Of<Vehicle>().Any() || Of<FuelFill>().Any())
        {
            await locks.VehiclesAsync(cancellationToken).ConfigureAwait(false);
        }

        await IfAnyAsync(Ids([.. Transactions, .. Of<Reconciliation>(nameof(Reconciliation.TransactionId))]), locks.TransactionsAsync).ConfigureAwait(false);
        var bankAccounts = Ids([.. Of<BankTransaction>(nameof(BankTransaction.AccountId)), .. Of<Reconciliation>(nameof(Reconciliation.BankAccountId))]);
        var fitIds = Of<BankTransaction>(nameof(BankTransaction.FitId)).Concat(Of<Reconciliation>(nameof(Reconciliation.BankFitId))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        await IfAnyAsync(bankAccounts, (ids, token) => locks.BankTransactionsAsync(ids, fitIds, token)).ConfigureAwait(false);
        await IfAnyAsync(Ids([.. Own<Budget>(), .. Of<TransactionSplit>(nameof(TransactionSplit.BudgetId))]), locks.BudgetsAsync).ConfigureAwait(false);
        await IfAnyAsync(Ids([.. Own<Project>(), .. Of<ProjectItem>(nameof(ProjectItem.ProjectId))]), locks.ProjectsAsync).ConfigureAwait(false);

        Task IfAnyAsync(HashSet<int> ids, Func<IReadOnlyCollection<int>, CancellationToken, Task> lockRows) => ids.Count == 0 ? Task.CompletedTask : lockRows([.. ids.Order()], cancellationToken);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var table in All.GroupBy(row => row.Table))
        {
            foreach (var batch in table.Chunk(Batch))
            {
                // Keys compare exactly here, whatever the database's collation takes for equal.
                var found = await ReadAsync(table.Key, batch, cancellationToken).ConfigureAwait(false);
                var byKey = found.ToDictionary(table.Key.KeyOf, StringComparer.Ordinal);
                foreach (var row in batch)
                {
                    row.Current = byKey.GetValueOrDefault(row.Key);
                }
            }
        }
    }

    private async Task<IReadOnlyList<object>> ReadAsync(RecordedTable table, UndoRow[] rows, CancellationToken cancellationToken)
    {
        var database = _save.Database;
        switch (table.Type.ClrType)
        {
            case var type when type == typeof(BankTransaction):
                var accounts = rows.Select(row => (int)row.Value(nameof(BankTransaction.AccountId))!).Distinct().ToArray();
                var fitIds = rows.Select(row => (string)row.Value(nameof(BankTransaction.FitId))!).ToArray();
                return await database.BankTransactions.Where(row => accounts.Contains(row.AccountId) && fitIds.Contains(row.FitId)).TagWith(RowLock.Tag).ToListAsync(cancellationToken).ConfigureAwait(false);
            case var type when type == typeof(StoredSetting):
                var names = rows.Select(row => row.Key).ToArray();
                return await database.StoredSettings.Where(row => names.Contains(row.Name)).OrderBy(row => row.Name).TagWith(RowLock.Tag).ToListAsync(cancellationToken).ConfigureAwait(false);
            case var type when table.Type.FindPrimaryKey()!.Properties is [{ Name: "Id" }]:
                return await ((Task<IReadOnlyList<object>>)ReadById.MakeGenericMethod(type).Invoke(null, [database, rows.Select(row => (int)row.Value("Id")!).ToArray(), cancellationToken])!).ConfigureAwait(false);
            default:
                throw new NotSupportedException($"No operation changes {table.Name}.");
        }
    }

    private static async Task<IReadOnlyList<object>> ByIdAsync<TRow>(BudgetDbContext database, int[] ids, CancellationToken cancellationToken)
        where TRow : class =>
        await database.Set<TRow>().Where(row => ids.Contains(EF.Property<int>(row, "Id"))).OrderBy(row => EF.Property<int>(row, "Id")).TagWith(RowLock.Tag).ToListAsync(cancellationToken).ConfigureAwait(false);
}
