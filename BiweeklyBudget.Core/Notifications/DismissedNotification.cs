namespace BiweeklyBudget.Core.Notifications;

/// <summary>A notification that somebody does not want to see again in a pay period, as bad as it was then.</summary>
/// <param name="PeriodStart">The first day of that pay period.</param>
/// <param name="Topic">What it was about.</param>
/// <param name="Weight">How bad it was (<see cref="Notification.Weight"/>).</param>
public sealed record DismissedNotification(DateOnly PeriodStart, NotificationTopic Topic, decimal Weight)
{
    /// <summary>Whether a notification is the same one, and no worse.</summary>
    internal bool Covers(Notification notification, DateOnly periodStart) => PeriodStart == periodStart && Topic == notification.Topic && notification.Weight <= Weight;
}
