using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The lines on top of every page that shows them.</summary>
internal sealed class PageNotifications(BudgetBook book, BudgetSettings settings, TimeProvider time)
{
    /// <summary>Key of <c>ViewData</c>: a page that sets it to true shows none.</summary>
    public const string Hidden = "HidesNotifications";

    /// <summary>Reads them; none before the payday is known.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(CancellationToken cancellationToken) =>
        settings is { PayPeriodStartDate: not null, ReconcileBeginDate: { } begin }
            ? await new NotificationReader(book.Database).ReadAsync(new NotificationContext(time.GetUtcNow().UtcDateTime, settings.PayCalendar, begin, settings.StaleDataDays), cancellationToken)
            : [];
}
