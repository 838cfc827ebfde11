using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>
/// Loads what the figures of a range of days depend on with three SQL statements: transactions with their splits, scheduled
/// transactions, budgets.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="shared">What other parts of the page have read from the same state of the database, or will.</param>
internal sealed class PeriodRowReader(BudgetDbContext database, SharedReads shared)
{
    private static readonly CompiledQuery<Func<BudgetDbContext, DateOnly, DateOnly, IAsyncEnumerable<Found>>> Transactions = new(() => EF.CompileAsyncQuery((BudgetDbContext database, DateOnly first, DateOnly last) =>
        from transaction in database.Transactions
        where transaction.Date >= first && transaction.Date <= last
        join split in database.TransactionSplits on transaction.Id equals split.TransactionId into splits
        from split in splits.DefaultIfEmpty()
        join account in database.Accounts on transaction.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join reconciliation in database.Reconciliations on transaction.Id equals reconciliation.TransactionId into reconciliations
        from reconciliation in reconciliations.DefaultIfEmpty()
        join scheduled in database.ScheduledTransactions on transaction.ScheduledTransactionId equals scheduled.Id into schedules
        from scheduled in schedules.DefaultIfEmpty()
        select new Found
        {
            Id = transaction.Id,
            Date = transaction.Date!.Value,
            Description = transaction.Description,
            BudgetedAmount = transaction.BudgetedAmount,
            AccountId = transaction.AccountId,
            AccountName = account.Name,
            ScheduledTransactionId = transaction.ScheduledTransactionId,
            ScheduledDescription = scheduled.Description,
            ScheduledTimes = scheduled.NumberPerPeriod,
            PlannedBudgetId = transaction.PlannedBudgetId,
            ReconciliationId = (int?)reconciliation.Id,
            SalesTax = transaction.SalesTax,
            Notes = transaction.Notes,
            SplitId = (int?)split.Id,
            BudgetId = split.BudgetId,
            Amount = (decimal?)split.Amount,
        }));

    // Years of past one-time schedules stay in the table; only the recurring ones and those of the range are loaded.
    private static readonly CompiledQuery<Func<BudgetDbContext, DateOnly, DateOnly, IAsyncEnumerable<FoundSchedule>>> Schedules = new(() => EF.CompileAsyncQuery((BudgetDbContext database, DateOnly first, DateOnly last) =>
        from scheduled in database.ScheduledTransactions.AsNoTracking()
        where scheduled.IsActive == true && (scheduled.Date == null || (scheduled.Date >= first && scheduled.Date <= last))
        join account in database.Accounts on scheduled.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        select new FoundSchedule { Scheduled = scheduled, AccountName = account.Name }));

    private static readonly CompiledQuery<Func<BudgetDbContext, IAsyncEnumerable<BudgetRow>>> Budgets = new(() => EF.CompileAsyncQuery((BudgetDbContext database) =>
        database.Budgets.Select(b => new BudgetRow(b.Id, b.Name ?? "", b.IsPeriodic == true, b.IsPeriodic == false, b.IsActive == true, b.IsIncome == true, b.StartingBalance ?? 0m, b.CurrentBalance ?? 0m))));

    /// <summary>Reads the rows, or takes those of a range around it that were read already.</summary>
    public async Task<PeriodRows> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var known = shared.Find<PeriodRows>();
        if (known?.Hold(first, last) == true)
        {
            return known;
        }

        var transactions = await ReadTransactionsAsync(first, last, cancellationToken).ConfigureAwait(false);
        var schedules = await ReadSchedulesAsync(first, last, cancellationToken).ConfigureAwait(false);
        return shared.Keep(new PeriodRows(transactions, schedules, known?.Budgets ?? await ReadBudgetsAsync(cancellationToken).ConfigureAwait(false)) { First = first, Last = last });
    }

    private async Task<IReadOnlyList<TransactionRow>> ReadTransactionsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var rows = await Transactions.For(database)(database, first, last).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(splits =>
            {
                var row = splits.First();
                return new TransactionRow(
                    row.Id, row.Date, row.Description, row.BudgetedAmount, row.AccountId, row.AccountName, row.ScheduledTransactionId, row.PlannedBudgetId, row.ReconciliationId, row.SalesTax, row.Notes,
                    [.. splits.Where(s => s.SplitId is not null).OrderBy(s => s.SplitId).Select(s => new SplitRow(s.BudgetId, s.Amount ?? 0))])
                {
                    ScheduledDescription = row.ScheduledDescription,
                    ScheduledTimes = row.ScheduledTimes,
                };
            }),
        ];
    }

    private async Task<IReadOnlyList<ScheduledRow>> ReadSchedulesAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var rows = await Schedules.For(database)(database, first, last).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new ScheduledRow(
                r.Scheduled.Id, StoredSchedule.Of(r.Scheduled), r.Scheduled.Description, r.Scheduled.Amount, r.Scheduled.AccountId, r.AccountName, r.Scheduled.BudgetId, r.Scheduled.SalesTax, r.Scheduled.Notes)),
        ];
    }

    private async Task<IReadOnlyDictionary<int, BudgetRow>> ReadBudgetsAsync(CancellationToken cancellationToken) =>
        (await Budgets.For(database)(database).ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(budget => budget.Id);

    /// <summary>A transaction with one of its splits.</summary>
    private sealed class Found
    {
        public int Id { get; init; }

        public DateOnly Date { get; init; }

        public string Description { get; init; } = "";

        public decimal? BudgetedAmount { get; init; }

        public int? AccountId { get; init; }

        public string? AccountName { get; init; }

        public int? ScheduledTransactionId { get; init; }

        public string? ScheduledDescription { get; init; }

        public int? ScheduledTimes { get; init; }

        public int? PlannedBudgetId { get; init; }

        public int? ReconciliationId { get; init; }

        public decimal SalesTax { get; init; }

        public string? Notes { get; init; }

        public int? SplitId { get; init; }

        public int? BudgetId { get; init; }

        public decimal? Amount { get; init; }
    }

    private sealed class FoundSchedule
    {
        public ScheduledTransaction Scheduled { get; init; } = null!;

        public string? AccountName { get; init; }
    }
}
