using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The lines on top of every page that shows them.</summary>
internal sealed class PageNotifications(BudgetDbContext database, BudgetSettings settings, TimeProvider time)
{
    /// <summary>Key of <c>ViewData</c>: a page that sets it to true shows none.</summary>
    public const string Hidden = "HidesNotifications";

    /// <summary>Reads them; none before the payday is known.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(CancellationToken cancellationToken) =>
        settings is { PayPeriodStartDate: not null, ReconcileBeginDate: { } begin }
            ? await new NotificationReader(database).ReadAsync(new NotificationContext(time.GetUtcNow().UtcDateTime, settings.PayCalendar, begin, settings.StaleDataDays), cancellationToken)
            : [];
}
