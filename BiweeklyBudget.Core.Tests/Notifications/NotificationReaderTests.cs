using System.Text.Json;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Tests.Notifications;

public sealed class NotificationReaderTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private static readonly NotificationContext Context = new(new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), PayCalendar.Fortnightly(new DateOnly(2017, 3, 17)), new DateOnly(2017, 1, 1), 2);

    [Theory]
    [OnBothEngines]
    public async Task An_empty_database_has_nothing_to_say(DatabaseEngine engine) => Assert.Empty((await FiguresAsync(engine, "{}")).Messages());

    [Theory]
    [OnBothEngines]
    public async Task Flags_that_were_never_set_do_not_hide_bank_transactions(DatabaseEngine engine)
    {
        var figures = await FiguresAsync(engine, """
            {"accounts": [{"id": 1, "name": "a", "is_active": false}, {"id": 2, "name": "b", "reconcile_trans": false}],
             "ofx_statements": [{"id": 1, "account_id": 1, "filename": "f"}],
             "ofx_transactions": [
                {"account_id": 1, "statement_id": 1, "fitid": "null flags", "date_posted": "2017-01-01T00:00:00Z", "is_payment": null, "is_late_fee": null, "is_interest_charge": null, "is_other_fee": null, "is_interest_payment": null},
                {"account_id": 1, "statement_id": 1, "fitid": "Case", "date_posted": "2017-02-01T00:00:00Z"},
                {"account_id": 1, "statement_id": 1, "fitid": "fee", "date_posted": "2017-02-01T00:00:00Z", "is_other_fee": true},
                {"account_id": 1, "statement_id": 1, "fitid": "before", "date_posted": "2016-12-31T23:59:59Z"},
                {"account_id": 1, "statement_id": 1, "fitid": "done", "date_posted": "2017-02-01T00:00:00Z"},
                {"account_id": 2, "statement_id": 1, "fitid": "not reconciled here", "date_posted": "2017-02-01T00:00:00Z"}],
             "reconciles": [{"id": 1, "ofx_account_id": 1, "ofx_fitid": "done", "note": "n"}, {"id": 2, "ofx_account_id": 2, "ofx_fitid": "Case", "note": "n"}]}
            """);
        Assert.Equal(2, figures.UnreconciledBankTransactions);
    }

    [Theory]
    [OnBothEngines]
    public async Task Accounts_and_budgets_without_amounts_count_as_nothing(DatabaseEngine engine)
    {
        var figures = await FiguresAsync(engine, """
            {"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}, {"id": 2, "name": "b", "acct_type": "Cash"}, {"id": 3, "name": "c", "acct_type": "Credit"}, {"id": 4, "name": "d", "acct_type": "Bank", "is_active": false}],
             "account_balances": [
                {"id": 1, "account_id": 1, "ledger": null}, {"id": 2, "account_id": 2, "ledger": "12.5"}, {"id": 3, "account_id": 3, "ledger": "100"}, {"id": 4, "account_id": 4, "ledger": "100"}],
             "budgets": [{"id": 1, "name": "standing", "is_periodic": false}, {"id": 2, "name": "periodic"}, {"id": 3, "name": "inactive", "is_periodic": false, "is_active": false, "current_balance": "50"}]}
            """);
        Assert.Equal(new NotificationFigures(0, new Funds(12.5m, 0m, 0m, 0m), 0), figures);
        var message = Assert.Single(figures.Messages());
        Assert.Equal((NotificationTopic.Funds, NotificationLevel.Info), (message.Topic, message.Level));
    }

    private async Task<NotificationFigures> FiguresAsync(DatabaseEngine engine, string world)
    {
        var database = await databases.WithAsync(engine, JsonDocument.Parse(world).RootElement);
        await using var context = database.CreateContext();
        return await new NotificationReader(context).ReadFiguresAsync(Context, await context.OpenItemsAsync(Context.ReconcileBegin), default);
    }
}
