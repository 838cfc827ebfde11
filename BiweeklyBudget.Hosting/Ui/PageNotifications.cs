using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The line on top of every page that shows it.</summary>
internal sealed class PageNotifications(BudgetBook book)
{
    /// <summary>Key of <c>ViewData</c>: a page that sets it to true shows none.</summary>
    public const string Hidden = "HidesNotifications";

    private IReadOnlyList<Notification>? _read;

    /// <summary>Reads all of them, once in a request; none before the payday is known.</summary>
    public async Task<IReadOnlyList<Notification>> ReadAsync(CancellationToken cancellationToken) =>
        _read ??= book.Settings.IsComplete ? await book.Notifications.ListAsync(cancellationToken) : [];

    /// <summary>Those that were not dismissed in the browser that asks, the worst one first.</summary>
    public async Task<IReadOnlyList<Notification>> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(cancellationToken);
        return all.Count == 0 ? all : book.Notifications.Open(all, DismissedCookie.Read(request.Cookies[DismissedCookie.NameFor(OwnSignIn.Known(request.HttpContext)?.User)]));
    }
}
