using System.Text.Json;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;

namespace BiweeklyBudget.Core.Tests.Notifications;

public sealed class NotificationSectionTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    // A statement that is three days old, a bank transaction of 2017-07-01, 500 in the account, 200 granted.
    private const string World = """
        {"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}],
         "account_balances": [{"id": 1, "account_id": 1, "ledger": "500", "ledger_date": "2017-07-25T00:00:00Z", "overall_date": "2017-07-25T00:00:00Z"}],
         "budgets": [{"id": 1, "name": "Food", "is_periodic": true, "starting_balance": "200"}],
         "ofx_statements": [{"id": 1, "account_id": 1, "filename": "f", "as_of": "2017-07-25T00:00:00Z"}],
         "ofx_transactions": [{"account_id": 1, "statement_id": 1, "fitid": "one", "date_posted": "2017-07-01T00:00:00Z", "amount": "-5"}]}
        """;

    [Theory]
    [OnBothEngines]
    public async Task The_clock_and_the_settings_decide_what_there_is_to_say(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine, staleDays: 2, begin: new DateOnly(2017, 7, 1));

        var notifications = await book.Notifications.ListAsync();

        Assert.Equal(
            [
                new Notification(NotificationTopic.StaleAccounts, NotificationLevel.Danger, 1, Funds: null),
                new Notification(NotificationTopic.Funds, NotificationLevel.Info, 0, new Funds(500m, 0m, 200m, 0m)),
                new Notification(NotificationTopic.UnreconciledBankTransactions, NotificationLevel.Warning, 1, Funds: null),
            ],
            notifications);
        Assert.False(notifications[1].Funds!.IsLess);
    }

    [Theory]
    [OnBothEngines]
    public async Task Settings_that_look_away_leave_the_funds_alone(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine, staleDays: 4, begin: new DateOnly(2017, 7, 2));

        Assert.Equal(NotificationTopic.Funds, Assert.Single(await book.Notifications.ListAsync()).Topic);
    }

    [Fact]
    public void Backups_that_fail_come_last_and_only_while_they_fail()
    {
        var now = new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);
        var good = new BackupState { IsOn = true, OverdueFrom = now.AddSeconds(1) };
        Assert.False(good.IsFailing(now));
        Assert.True(good.IsFailing(now.AddSeconds(1)));
        Assert.True((good with { Problem = new BackupProblem(now, "The disk is full.") }).IsFailing(now));
        Assert.False((good with { OverdueFrom = null }).IsFailing(now.AddDays(99)));
        Assert.False((good with { IsOn = false, Problem = new BackupProblem(now, "The disk is full.") }).IsFailing(now.AddDays(99)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Pages_are_told_of_backups_that_fail_after_everything_else(DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, JsonDocument.Parse(World).RootElement);
        var engineWithFailingBackups = await BudgetEngine.OpenAsync(Settings(database.Url, staleDays: 4, new DateOnly(2017, 7, 2)) with { BackupPath = "/proc/no-folder-can-be-made-here" });
        await using var book = engineWithFailingBackups.OpenBook();
        Assert.Single(await book.Notifications.ListAsync());

        var state = await engineWithFailingBackups.BackUpWhenDueAsync();

        var last = (await book.Notifications.ListAsync())[^1];
        Assert.Equal((NotificationTopic.Backup, NotificationLevel.Danger, 0), (last.Topic, last.Level, last.Count));
        Assert.Equal(state, last.Backups);
        Assert.Equal("The folder /proc/no-folder-can-be-made-here for backups cannot be created.", last.Backups!.Problem!.Text);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_worst_one_comes_first(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine, staleDays: 2, begin: new DateOnly(2017, 7, 1));
        var missing = new Notification(NotificationTopic.Funds, NotificationLevel.Danger, 0, new Funds(100m, 200m, 3m, 0m));
        var backup = new Notification(NotificationTopic.Backup, NotificationLevel.Danger, 0, Funds: null);
        var all = await book.Notifications.ListAsync();

        Assert.Equal([NotificationTopic.StaleAccounts, NotificationTopic.UnreconciledBankTransactions, NotificationTopic.Funds], book.Notifications.Open(all, []).Select(n => n.Topic));
        Assert.Equal(
            [NotificationTopic.Backup, NotificationTopic.Funds, NotificationTopic.StaleAccounts, NotificationTopic.UnreconciledBankTransactions],
            book.Notifications.Open([all[0], missing, all[2], backup], []).Select(n => n.Topic));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_that_was_dismissed_is_open_again_when_it_is_worse_or_the_period_is_over(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine, staleDays: 2, begin: new DateOnly(2017, 7, 1));
        var start = new DateOnly(2017, 7, 21);
        var missing = new Notification(NotificationTopic.Funds, NotificationLevel.Danger, 0, new Funds(100m, 200m, 3m, 0m));
        Assert.Equal(103m, missing.Weight);

        Assert.Empty(book.Notifications.Open([missing], [new DismissedNotification(start, NotificationTopic.Funds, 103m)]));
        Assert.Empty(book.Notifications.Open([missing], [new DismissedNotification(start, NotificationTopic.Funds, 500m)]));
        Assert.Single(book.Notifications.Open([missing], [new DismissedNotification(start, NotificationTopic.Funds, 102.99m)]));
        Assert.Single(book.Notifications.Open([missing], [new DismissedNotification(start.AddDays(-14), NotificationTopic.Funds, 103m)]));
        Assert.Single(book.Notifications.Open([missing], [new DismissedNotification(start, NotificationTopic.StaleAccounts, 500m)]));
    }

    [Fact]
    public void Money_that_is_left_over_never_gets_worse_and_a_backup_does_with_every_day_that_it_fails()
    {
        var funds = new Notification(NotificationTopic.Funds, NotificationLevel.Info, 0, new Funds(900m, 200m, 3m, 0m));
        Assert.Equal(0m, funds.Weight);
        Assert.Equal(7m, new Notification(NotificationTopic.StaleAccounts, NotificationLevel.Danger, 7, Funds: null).Weight);

        static decimal FailedOn(int day) => new Notification(NotificationTopic.Backup, NotificationLevel.Danger, 0, Funds: null)
        {
            Backups = new BackupState { IsOn = true, Problem = new BackupProblem(new DateTime(2017, 7, day, 3, 0, 0, DateTimeKind.Utc), "The disk is full.") },
        }.Weight;
        Assert.Equal(1m, FailedOn(29) - FailedOn(28));
    }

    private async Task<BudgetBook> BookAsync(DatabaseEngine engine, int staleDays, DateOnly begin)
    {
        var database = await databases.WithAsync(engine, JsonDocument.Parse(World).RootElement);
        return (await BudgetEngine.OpenAsync(Settings(database.Url, staleDays, begin))).OpenBook();
    }

    private static BudgetSettings Settings(string url, int staleDays, DateOnly begin) => new()
    {
        ConnectionString = url,
        PayPeriodStartDate = new DateOnly(2017, 7, 21),
        ReconcileBeginDate = begin,
        StaleDataDays = staleDays,
        FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero),
    };
}
