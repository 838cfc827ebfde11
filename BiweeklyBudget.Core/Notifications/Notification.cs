using BiweeklyBudget.Core.Storage.AutomaticBackups;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>Something that the user should look at. The words are up to whoever shows it.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Level">How urgent it is.</param>
/// <param name="Count">How many accounts or bank transactions, 1 or more; 0 for the funds and the backup.</param>
/// <param name="Funds">The figures of the funds; null for the other topics.</param>
public sealed record Notification(NotificationTopic Topic, NotificationLevel Level, int Count, Funds? Funds)
{
    /// <summary>How the automatic backups stand, for <see cref="NotificationTopic.Backup"/>; null for the other topics.</summary>
    public BackupState? Backups { get; init; }

    /// <summary>
    /// How bad it is, to be compared with another of the same topic: so many accounts or bank transactions; the money that is missing, 0 when none is; the number of the day
    /// of the backup that failed.
    /// </summary>
    public decimal Weight => Topic switch
    {
        NotificationTopic.Funds => Funds is { IsLess: true } ? Funds.AllocatedTotal - Funds.Accounts : 0m,
        NotificationTopic.Backup => Backups?.Problem is { } problem ? DateOnly.FromDateTime(problem.At).DayNumber : 0m,
        _ => Count,
    };
}
