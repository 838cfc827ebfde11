using System.Text.Json;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

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

    private async Task<BudgetBook> BookAsync(DatabaseEngine engine, int staleDays, DateOnly begin)
    {
        var database = await databases.WithAsync(engine, JsonDocument.Parse(World).RootElement);
        var settings = new BudgetSettings
        {
            ConnectionString = database.Url,
            PayPeriodStartDate = new DateOnly(2017, 7, 21),
            ReconcileBeginDate = begin,
            StaleDataDays = staleDays,
            FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero),
        };
        return (await BudgetEngine.OpenAsync(settings)).OpenBook();
    }
}
