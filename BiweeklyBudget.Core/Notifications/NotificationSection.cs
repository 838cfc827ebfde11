using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>The notifications of a book: <c>book.Notifications</c>.</summary>
public sealed class NotificationSection
{
    private readonly BookSession _session;

    internal NotificationSection(BookSession session) => _session = session;
}
