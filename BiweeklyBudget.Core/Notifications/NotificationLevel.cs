namespace BiweeklyBudget.Core.Notifications;

/// <summary>How urgent a notification is.</summary>
public enum NotificationLevel
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Something is left to do.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Danger,
}
