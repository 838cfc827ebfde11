using System.Globalization;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>
/// The notifications that somebody dismissed in this browser (docs/adr/0033): <c>2017-07-21_Funds_153.9~…</c>, a token each. The page's script writes it
/// (js/dismissing.js); whatever else stands there counts for nothing.
/// </summary>
internal static class DismissedCookie
{
    private const string Name = "bb-dismissed";

    /// <summary>No browser of ours writes a longer one.</summary>
    private const int Longest = 500;

    /// <summary>Its name: where people sign in, each has one of his own.</summary>
    /// <param name="user">Who is signed in; null where nobody does.</param>
    public static string NameFor(UserDetails? user) => user is null ? Name : $"{Name}.{UserHandle.Of(user)}";

    /// <summary>What a notification is dismissed with.</summary>
    public static string TokenOf(Notification notification, DateOnly periodStart) =>
        string.Create(CultureInfo.InvariantCulture, $"{periodStart:yyyy-MM-dd}_{notification.Topic}_{notification.Weight:0.####}");

    /// <summary>Reads it.</summary>
    public static IReadOnlyCollection<DismissedNotification> Read(string? cookie) =>
        cookie is null || cookie.Length > Longest ? [] : [.. cookie.Split('~').Select(Token).OfType<DismissedNotification>()];

    private static DismissedNotification? Token(string text) =>
        text.Split('_') is [var day, var topic, var weight]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && Enum.GetNames<NotificationTopic>().Contains(topic, StringComparer.Ordinal)
        && decimal.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new DismissedNotification(start, Enum.Parse<NotificationTopic>(topic), number)
            : null;
}
