using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class AccountOverviewTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);

    [Theory]
    [OnBothEngines]
    public async Task A_late_import_of_an_old_statement_does_not_move_the_balance_back(DatabaseEngine engine)
    {
        var account = await OnlyAccountAsync(engine, """
            {"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}],
             "account_balances": [
                {"id": 1, "account_id": 1, "ledger": "10", "ledger_date": "2017-07-01T00:00:00Z", "overall_date": "2017-07-01T00:00:00Z"},
                {"id": 2, "account_id": 1, "ledger": "20", "ledger_date": "2017-07-20T00:00:00Z", "overall_date": "2017-07-20T00:00:00Z"},
                {"id": 3, "account_id": 1, "ledger": "30", "ledger_date": "2017-07-20T00:00:00Z", "overall_date": "2017-07-20T00:00:00Z"},
                {"id": 4, "account_id": 1, "ledger": "40", "ledger_date": "2017-06-01T00:00:00Z", "overall_date": "2017-06-01T00:00:00Z"}]}
            """);
        Assert.Equal(30m, account.Ledger);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_zero_balance_of_a_new_account_gives_way_to_any_imported_one(DatabaseEngine engine)
    {
        var account = await OnlyAccountAsync(engine, """
            {"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}],
             "account_balances": [
                {"id": 1, "account_id": 1, "ledger": "0", "overall_date": "2017-07-27T00:00:00Z"},
                {"id": 2, "account_id": 1, "ledger": "55.5", "ledger_date": "2016-07-20T00:00:00Z", "overall_date": "2016-07-20T00:00:00Z"}]}
            """);
        Assert.Equal(55.5m, account.Ledger);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_order_of_current_balances_is_the_same_in_a_query_of_its_own(DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, Json("""
            {"accounts": [{"id": 1, "name": "a"}],
             "account_balances": [
                {"id": 1, "account_id": 1, "overall_date": "2017-07-27T00:00:00Z"},
                {"id": 2, "account_id": 1, "ledger_date": "2016-07-20T00:00:00Z"},
                {"id": 3, "account_id": 1, "ledger_date": "2016-07-20T00:00:00Z", "overall_date": "2016-07-20T00:00:00Z"},
                {"id": 4, "account_id": 1, "ledger_date": "2016-07-20T00:00:00Z"}]}
            """));
        await using var context = database.CreateContext();
        Assert.Equal([3, 4, 2, 1], await CurrentBalance.First(context.AccountBalances).Select(b => b.Id).ToListAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task Missing_balances_and_limits_break_nothing(DatabaseEngine engine)
    {
        var accounts = await AccountsAsync(engine, """
            {"accounts": [{"id": 1, "name": "no balance", "acct_type": "Bank"}, {"id": 2, "name": "null ledger", "acct_type": "Bank"}, {"id": 3, "name": "no limit", "acct_type": "Credit"}, {"id": 4, "name": "no type"}],
             "account_balances": [{"id": 1, "account_id": 2, "ledger": null, "ledger_date": "2017-07-20T00:00:00Z"}, {"id": 2, "account_id": 3, "ledger": "-7", "ledger_date": "2017-07-20T00:00:00Z"}]}
            """);
        Assert.Equal([("no balance", 0m), ("no limit", -7m), ("no type", 0m), ("null ledger", 0m)], accounts.Select(a => (a.Name, a.Ledger)));
        Assert.All(accounts, a => Assert.Null(a.Available));
        Assert.All(accounts, a => Assert.Null(a.AvailableLessUnreconciled));
        Assert.All(accounts, a => Assert.False(a.IsStale));
    }

    [Theory]
    [OnBothEngines]
    public async Task Unreconciled_transactions_count_from_the_begin_date_up_to_today(DatabaseEngine engine)
    {
        var account = await OnlyAccountAsync(engine, """
            {"accounts": [{"id": 1, "name": "card", "acct_type": "Credit", "credit_limit": "2000", "reconcile_trans": false}],
             "budgets": [{"id": 1, "name": "b"}],
             "account_balances": [{"id": 1, "account_id": 1, "ledger": "-952.06", "ledger_date": "2017-07-20T00:00:00Z"}],
             "transactions": [
                {"id": 1, "date": "2016-12-31", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "1000"}]},
                {"id": 2, "date": "2017-01-01", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "222.22"}, {"budget_id": 1, "amount": "100"}]},
                {"id": 3, "date": "2017-07-28", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "222.32"}]},
                {"id": 4, "date": "2017-07-29", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "2000"}]},
                {"id": 5, "date": "2017-07-01", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "4000"}]},
                {"id": 6, "date": "2017-07-01", "account_id": 1, "budgets": []}],
             "reconciles": [{"id": 1, "txn_id": 5, "note": "n"}]}
            """);

        // 222.22 + 100 + 222.32 = 544.54; 2000 - 952.06 = 1047.94; 1047.94 - 544.54 = 503.40 (spec/domain.md §11).
        Assert.Equal((544.54m, -952.06m - 544.54m, 1047.94m, 503.40m), (account.Unreconciled, account.Difference, account.Available!.Value, account.AvailableLessUnreconciled!.Value));
    }

    [Theory]
    [OnBothEngines]
    public async Task Active_accounts_come_by_name_ignoring_case_with_the_age_of_their_latest_statement(DatabaseEngine engine)
    {
        var accounts = await AccountsAsync(engine, """
            {"accounts": [{"id": 1, "name": "beta"}, {"id": 2, "name": "Alpha"}, {"id": 3, "name": "Gamma"}, {"id": 4, "name": "gone", "is_active": false}, {"id": 5, "name": "unknown", "is_active": null}],
             "ofx_statements": [
                {"id": 1, "account_id": 1, "filename": "1", "as_of": "2017-07-26T06:24:44Z"}, {"id": 2, "account_id": 1, "filename": "2", "as_of": "2017-07-01T00:00:00Z"},
                {"id": 3, "account_id": 2, "filename": "3", "as_of": "2017-07-26T06:24:43Z"}, {"id": 4, "account_id": 2, "filename": "4"}]}
            """);
        Assert.Equal([("Alpha", true), ("beta", false), ("Gamma", false)], accounts.Select(a => (a.Name, a.IsStale)));
        Assert.Equal(new DateTime(2017, 7, 26, 6, 24, 44, DateTimeKind.Utc), accounts[1].StatementAsOf);
        Assert.Null(accounts[2].StatementAsOf);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private async Task<AccountFigures> OnlyAccountAsync(DatabaseEngine engine, string world) => Assert.Single(await AccountsAsync(engine, world));

    private async Task<IReadOnlyList<AccountFigures>> AccountsAsync(DatabaseEngine engine, string world)
    {
        var database = await databases.WithAsync(engine, Json(world));
        await using var context = database.CreateContext();
        return await new AccountOverview(context).ReadActiveAsync(await context.OpenItemsAsync(new DateOnly(2017, 1, 1)), Now, 2, default);
    }
}
