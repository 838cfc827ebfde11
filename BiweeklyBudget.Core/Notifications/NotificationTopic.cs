namespace BiweeklyBudget.Core.Notifications;

/// <summary>What a notification is about.</summary>
public enum NotificationTopic
{
    /// <summary>Accounts whose latest statement is too old.</summary>
    StaleAccounts,

    /// <summary>Accounts hold less or more than what is allocated.</summary>
    Funds,

    /// <summary>Bank transactions that are not reconciled.</summary>
    UnreconciledBankTransactions,

    /// <summary>The automatic backup failed, or there has been no good one for three days.</summary>
    Backup,
}
