using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>Computes the notifications of all pages from grouped sums, with four SQL statements (spec/domain.md §13).</summary>
internal sealed class NotificationReader(BudgetDbContext database)
{
    private readonly PeriodRowReader _periods = new(database);

    /// <summary>Reads the notifications in their order.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(NotificationContext context, CancellationToken cancellationToken) =>
        (await ReadFiguresAsync(context, cancellationToken).ConfigureAwait(false)).Messages();

    /// <summary>Reads the figures behind the notifications.</summary>
    public async Task<NotificationFigures> ReadFiguresAsync(NotificationContext context, CancellationToken cancellationToken)
    {
        var period = context.CurrentPeriod;
        var rows = await _periods.ReadAsync(period.Start, period.End, cancellationToken).ConfigureAwait(false);
        var totals = PayPeriodForecast.Calculate([period], context.Today, rows)[0].Totals;
        var standing = rows.Budgets.Values.Where(b => b.IsStanding && b.IsActive).Sum(b => b.CurrentBalance);
        var accounts = await ReadAccountsAsync(context, cancellationToken).ConfigureAwait(false);
        var active = accounts.Where(a => a.Account.IsActive).Select(a => a.Account).ToList();
        var funding = active.Where(a => a.FundsBudgets).ToList();
        return new NotificationFigures(
            active.Count(a => Staleness.IsStale(a.StatementAsOf, context.NowUtc, context.StaleDays)),
            new Funds(funding.Sum(a => a.Ledger ?? 0m), standing, totals.Allocated - totals.Spent, funding.Sum(a => a.Unreconciled ?? 0m)),
            accounts.Sum(a => a.UnreconciledBankTransactions));
    }

    private async Task<IReadOnlyList<(AccountRow Account, int UnreconciledBankTransactions)>> ReadAccountsAsync(NotificationContext context, CancellationToken cancellationToken)
    {
        // Every bank transaction belongs to an account, so their number comes with the accounts, inactive ones too.
        var query =
            from account in AccountRows.Query(database, context.ReconcileBegin, context.Today)
            join count in UnreconciledBankTransactions(context.ReconcileBegin) on account.Id equals count.AccountId into counts
            from count in counts.DefaultIfEmpty()
            select new { Account = account, Count = (int?)count.Count };
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => (r.Account, r.Count ?? 0))];
    }

    /// <summary>The bank transactions that the reconcile page offers, counted by account.</summary>
    private IQueryable<AccountCount> UnreconciledBankTransactions(DateOnly reconcileBegin) =>
        from transaction in UnreconciledRows.BankTransactions(database, reconcileBegin)
        group transaction by transaction.AccountId into ofAccount
        select new AccountCount { AccountId = ofAccount.Key, Count = ofAccount.Count() };

    private sealed class AccountCount
    {
        public int AccountId { get; init; }

        public int Count { get; init; }
    }
}
