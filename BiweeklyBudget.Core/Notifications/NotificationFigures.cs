namespace BiweeklyBudget.Core.Notifications;

/// <summary>The figures that decide which notifications there are (spec/domain.md §13).</summary>
/// <param name="StaleAccounts">Active accounts of any type with stale data.</param>
/// <param name="Funds">Money held and allocated.</param>
/// <param name="UnreconciledBankTransactions">Bank transactions offered on the reconcile page.</param>
internal sealed record NotificationFigures(int StaleAccounts, Funds Funds, int UnreconciledBankTransactions)
{
    /// <summary>The notifications in their order, none to three.</summary>
    public IReadOnlyList<Notification> Messages()
    {
        var messages = new List<Notification>();
        if (StaleAccounts > 0)
        {
            messages.Add(new Notification(NotificationTopic.StaleAccounts, NotificationLevel.Danger, StaleAccounts, Funds: null));
        }

        if (Funds.Accounts != Funds.AllocatedTotal)
        {
            messages.Add(new Notification(NotificationTopic.Funds, Funds.IsLess ? NotificationLevel.Danger : NotificationLevel.Info, 0, Funds));
        }

        if (UnreconciledBankTransactions > 0)
        {
            messages.Add(new Notification(NotificationTopic.UnreconciledBankTransactions, NotificationLevel.Warning, UnreconciledBankTransactions, Funds: null));
        }

        return messages;
    }
}
