namespace BiweeklyBudget.Core.Notifications;

/// <summary>One line that pages show on top. The words are the host's.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Level">How urgent it is.</param>
/// <param name="Count">How many accounts or bank transactions; 0 for the funds.</param>
/// <param name="Funds">The figures of the funds; null for the other topics.</param>
public sealed record Notification(NotificationTopic Topic, NotificationLevel Level, int Count, Funds? Funds);
