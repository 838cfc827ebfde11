using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Totals;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>Computes the notifications of all pages, with four SQL statements or what of them the page has not sent for itself (spec/domain.md §13).</summary>
/// <param name="database">The database.</param>
/// <param name="shared">What the page has read from the same state of the database; null for nothing.</param>
internal sealed class NotificationReader(BudgetDbContext database, SharedReads? shared = null)
{
    private readonly SharedReads _shared = shared ?? new SharedReads();

    /// <summary>Reads the notifications in their order.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(NotificationContext context, OpenItems open, CancellationToken cancellationToken) =>
        (await ReadFiguresAsync(context, open, cancellationToken).ConfigureAwait(false)).Messages();

    /// <summary>Reads the figures behind the notifications.</summary>
    public async Task<NotificationFigures> ReadFiguresAsync(NotificationContext context, OpenItems open, CancellationToken cancellationToken)
    {
        var period = context.CurrentPeriod;
        var rows = await new PeriodRowReader(database, _shared).ReadAsync(period.Start, period.End, cancellationToken).ConfigureAwait(false);
        var totals = PayPeriodForecast.Calculate([period], context.Today, rows)[0].Totals;
        var standing = rows.Budgets.Values.Where(b => b.IsStanding && b.IsActive).Sum(b => b.CurrentBalance);

        // Every bank transaction belongs to an account, so their number comes with the accounts, inactive ones too.
        var accounts = await new AccountRowReader(database, _shared).ReadAsync(open, context.Today, cancellationToken).ConfigureAwait(false);
        var active = accounts.Where(a => a.IsActive).ToList();
        var funding = active.Where(a => a.FundsBudgets).ToList();
        return new NotificationFigures(
            active.Count(a => Staleness.IsStale(a.StatementAsOf, context.NowUtc, context.StaleDays)),
            new Funds(funding.Sum(a => a.Ledger ?? 0m), standing, totals.Allocated - totals.Spent, funding.Sum(a => a.Unreconciled)),
            accounts.Sum(a => a.UnreconciledBankTransactions));
    }
}
