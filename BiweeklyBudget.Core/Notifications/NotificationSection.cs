using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Notifications;

/// <summary>The notifications of a book: <c>book.Notifications</c>.</summary>
public sealed class NotificationSection
{
    private readonly BookSession _session;

    internal NotificationSection(BookSession session) => _session = session;

    /// <summary>
    /// What the user should look at now: active accounts whose latest statement is older than <see cref="BudgetSettings.StaleDataDays"/>, accounts that
    /// hold less or more than what is allocated of them, bank transactions that wait to be reconciled, automatic backups that fail. What is known
    /// of the backups is what <see cref="BudgetEngine.BackUpWhenDueAsync"/> or <see cref="BudgetEngine.ReadBackupsAsync"/> found last.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>At most one of each topic, in this order; none when all is well.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when payday is: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public async Task<IReadOnlyList<Notification>> ListAsync(CancellationToken cancellationToken = default)
    {
        var context = new NotificationContext(_session.Now, _session.Calendar, _session.ReconcileBegin, _session.Settings.StaleDataDays);
        var notifications = await _session.ReadAsync(
            async (database, token) => await new NotificationReader(database, _session.Shared).ReadAsync(context, await _session.OpenItemsAsync(token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return _session.Backups() is { } backups && backups.IsFailing(_session.Now)
            ? [.. notifications, new Notification(NotificationTopic.Backup, NotificationLevel.Danger, 0, Funds: null) { Backups = backups }]
            : notifications;
    }

    /// <summary>What of the notifications is to be shown: those that nobody dismissed for the current pay period, or that have become worse since.</summary>
    /// <param name="all">What <see cref="ListAsync"/> found.</param>
    /// <param name="dismissed">What was dismissed, in whatever period.</param>
    /// <returns>They, the worst one first.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when payday is: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public IReadOnlyList<Notification> Open(IEnumerable<Notification> all, IReadOnlyCollection<DismissedNotification> dismissed)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(dismissed);
        var start = _session.Calendar.Containing(_session.Today).Start;

        // Of two that are equally urgent the later topic is the worse one: a backup that fails, money that is missing, old statements.
        return [.. all.Where(one => !dismissed.Any(was => was.Covers(one, start))).OrderByDescending(one => one.Level).ThenByDescending(one => one.Topic)];
    }
}
