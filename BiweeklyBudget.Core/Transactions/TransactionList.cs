using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>The table of all transactions (spec/http-api.md §5): searched, filtered, sorted and paged by the database, with four SQL statements whatever it holds.</summary>
/// <param name="database">The database.</param>
public sealed class TransactionList(BudgetDbContext database)
{
    private static readonly TableColumns<Row> Sorted = new TableColumns<Row>()
        .Column("date", row => row.Date)
        .Column("amount", row => row.Amount)
        .Column("description", row => row.Description)
        .Column("account", row => row.AccountName)
        .Column("scheduled", row => row.ScheduledTransactionId)
        .Column("budgeted_amount", row => row.BudgetedAmount)
        .Column("sales_tax", row => row.SalesTax)
        .Column("reconcile_id", row => row.ReconciliationId)
        .Key(row => row.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in the description, order, page.</param>
    /// <param name="filter">What the rows must have besides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public async Task<TablePage<TransactionLine>> ReadAsync(TableQuery query, TransactionFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(filter);
        var found = Find(query, filter);
        var total = await database.Transactions.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Sorted.Sort(Rows(found), query.Order).Page(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        var splits = await NamedSplits.ReadAsync(database, [.. rows.Select(row => row.Id)], found, cancellationToken).ConfigureAwait(false);
        return new TablePage<TransactionLine>(total, filtered, [.. rows.Select(row => row.With([.. splits[row.Id]]))]);
    }

    private IQueryable<Transaction> Find(TableQuery query, TransactionFilter filter)
    {
        IQueryable<Transaction> found = database.Transactions;
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            found = found.Where(transaction => EF.Functions.Like(transaction.Description, pattern, SearchPattern.Escape));
        }

        if (filter.AccountId is { } account)
        {
            found = found.Where(transaction => transaction.AccountId == account);
        }

        if (filter.BudgetId is { } budget)
        {
            found = found.Where(transaction => transaction.Splits.Any(split => split.BudgetId == budget));
        }

        return found;
    }

    private IQueryable<Row> Rows(IQueryable<Transaction> found) =>
        from transaction in found
        join account in database.Accounts on transaction.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join reconciliation in database.Reconciliations on transaction.Id equals reconciliation.TransactionId into reconciliations
        from reconciliation in reconciliations.DefaultIfEmpty()
        select new Row
        {
            Id = transaction.Id,
            Date = transaction.Date,
            Amount = transaction.Splits.Sum(split => split.Amount),
            Description = transaction.Description,
            AccountId = transaction.AccountId,
            AccountName = account.Name,
            ScheduledTransactionId = transaction.ScheduledTransactionId,
            BudgetedAmount = transaction.BudgetedAmount,
            SalesTax = transaction.SalesTax,
            ReconciliationId = (int?)reconciliation.Id,
            Notes = transaction.Notes,
        };

    private sealed class Row
    {
        public int Id { get; init; }

        public DateOnly? Date { get; init; }

        public decimal Amount { get; init; }

        public string Description { get; init; } = "";

        public int? AccountId { get; init; }

        public string? AccountName { get; init; }

        public int? ScheduledTransactionId { get; init; }

        public decimal? BudgetedAmount { get; init; }

        public decimal SalesTax { get; init; }

        public int? ReconciliationId { get; init; }

        public string? Notes { get; init; }

        public TransactionLine With(IReadOnlyList<NamedSplit> splits) => new()
        {
            Id = Id,
            Date = Date,
            Amount = Amount,
            Description = Description,
            AccountId = AccountId,
            AccountName = AccountName,
            ScheduledTransactionId = ScheduledTransactionId,
            BudgetedAmount = BudgetedAmount,
            SalesTax = SalesTax,
            ReconciliationId = ReconciliationId,
            Notes = Notes,
            Splits = splits,
        };
    }
}
