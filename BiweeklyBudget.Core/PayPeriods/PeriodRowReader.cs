using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>
/// Loads what the figures of a range of days depend on with three SQL statements: transactions with their splits, scheduled
/// transactions, budgets.
/// </summary>
internal sealed class PeriodRowReader(BudgetDbContext database)
{
    public async Task<PeriodRows> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) => new(
        await ReadTransactionsAsync(first, last, cancellationToken).ConfigureAwait(false),
        await ReadSchedulesAsync(first, last, cancellationToken).ConfigureAwait(false),
        await ReadBudgetsAsync(cancellationToken).ConfigureAwait(false));

    private async Task<IReadOnlyList<TransactionRow>> ReadTransactionsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var query =
            from transaction in database.Transactions
            where transaction.Date >= first && transaction.Date <= last
            join split in database.TransactionSplits on transaction.Id equals split.TransactionId into splits
            from split in splits.DefaultIfEmpty()
            join account in database.Accounts on transaction.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join reconciliation in database.Reconciliations on transaction.Id equals reconciliation.TransactionId into reconciliations
            from reconciliation in reconciliations.DefaultIfEmpty()
            select new
            {
                transaction.Id,
                Date = transaction.Date!.Value,
                transaction.Description,
                transaction.BudgetedAmount,
                transaction.AccountId,
                AccountName = account.Name,
                transaction.ScheduledTransactionId,
                transaction.PlannedBudgetId,
                ReconciliationId = (int?)reconciliation.Id,
                transaction.SalesTax,
                transaction.Notes,
                SplitId = (int?)split.Id,
                split.BudgetId,
                Amount = (decimal?)split.Amount,
            };
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(r => r.Id).Select(splits =>
            {
                var row = splits.First();
                return new TransactionRow(
                    row.Id, row.Date, row.Description, row.BudgetedAmount, row.AccountId, row.AccountName, row.ScheduledTransactionId, row.PlannedBudgetId, row.ReconciliationId, row.SalesTax, row.Notes,
                    [.. splits.Where(s => s.SplitId is not null).OrderBy(s => s.SplitId).Select(s => new SplitRow(s.BudgetId, s.Amount ?? 0))]);
            }),
        ];
    }

    private async Task<IReadOnlyList<ScheduledRow>> ReadSchedulesAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        // Years of past one-time schedules stay in the table; only the recurring ones and those of the range are loaded.
        var query =
            from scheduled in database.ScheduledTransactions
            where scheduled.IsActive == true && (scheduled.Date == null || (scheduled.Date >= first && scheduled.Date <= last))
            join account in database.Accounts on scheduled.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            select new { Scheduled = scheduled, AccountName = account.Name };
        var rows = await query.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.Select(r => new ScheduledRow(
                r.Scheduled.Id, StoredSchedule.Of(r.Scheduled), r.Scheduled.Description, r.Scheduled.Amount, r.Scheduled.AccountId, r.AccountName, r.Scheduled.BudgetId, r.Scheduled.SalesTax, r.Scheduled.Notes)),
        ];
    }

    private async Task<IReadOnlyDictionary<int, BudgetRow>> ReadBudgetsAsync(CancellationToken cancellationToken) =>
        await database.Budgets
            .Select(b => new BudgetRow(b.Id, b.Name ?? "", b.IsPeriodic == true, b.IsPeriodic == false, b.IsActive == true, b.IsIncome == true, b.StartingBalance ?? 0m, b.CurrentBalance ?? 0m))
            .ToDictionaryAsync(b => b.Id, cancellationToken).ConfigureAwait(false);
}
