using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Notifications;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The lines on top of every page that shows them.</summary>
internal sealed class PageNotifications(BudgetBook book)
{
    /// <summary>Key of <c>ViewData</c>: a page that sets it to true shows none.</summary>
    public const string Hidden = "HidesNotifications";

    private IReadOnlyList<Notification>? _read;

    /// <summary>Reads them, once in a request; none before the payday is known.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(CancellationToken cancellationToken) =>
        _read ??= book.Settings.IsComplete ? await book.Notifications.ListAsync(cancellationToken) : [];
}
