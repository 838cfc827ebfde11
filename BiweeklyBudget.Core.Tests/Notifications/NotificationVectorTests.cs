using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Notifications;

[Trait("Category", "Vectors")]
public sealed class NotificationVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "notifications";

    private static readonly string[] FundsFigures = ["accounts", "allocated_total", "standing", "pay_period", "unreconciled"];

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(NotificationVectorTests), Area));

    [Theory]
    [Vectors(Area, "is_stale")]
    public void Whether_an_account_is_stale(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var dates = vector.Input.GetProperty("statement_dates").EnumerateArray().Select(d => d.GetDateTime()).ToList();
        DateTime? newest = dates.Count == 0 ? null : dates.Max();
        Assert.Equal(vector.Expected.GetProperty("is_stale").GetBoolean(), Staleness.IsStale(newest, input.Instant("now")!.Value, input.Number("stale_data_days")!.Value));
    }

    [Theory]
    [Vectors(Area, "messages")]
    public void The_messages_of_given_figures(VectorCase vector) => AssertMessages(vector.Expected, Figures(vector.Input).Messages());

    [Theory]
    [VectorsOnBothEngines(Area, "figures")]
    public async Task The_figures_and_messages_of_a_database(VectorCase vector, DatabaseEngine engine)
    {
        var input = new VectorRow(vector.Input);
        var context = new NotificationContext(
            input.Instant("now") ?? new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc),
            PayCalendar.Fortnightly(input.Date("pay_period_start_date") ?? new DateOnly(2017, 7, 21)),
            input.Date("reconcile_begin_date") ?? new DateOnly(2017, 1, 1),
            input.Number("stale_data_days") ?? 2);
        var database = await databases.WithAsync(engine, vector.Input);
        await using var connection = database.CreateContext();
        var figures = await new NotificationReader(connection).ReadFiguresAsync(context, await connection.OpenItemsAsync(context.ReconcileBegin), default);
        var expected = Figures(vector.Expected);
        if (MovedBack(input) is not 0m and var difference)
        {
            KnownDifferences.Rule(Area, "newest-balance-by-its-own-day");
            expected = expected with { Funds = expected.Funds with { Accounts = expected.Funds.Accounts + difference } };
            Assert.Equal(expected, figures);
            Assert.Equal(expected.Messages().Select(Text), figures.Messages().Select(Text));
            return;
        }

        Assert.Equal(expected, figures);
        AssertMessages(vector.Expected.GetProperty("messages"), figures.Messages());
    }

    /// <summary>
    /// How much more the accounts that fund budgets hold by the balance of the latest day than by the one that was stored last, which upstream takes even when it is of
    /// an older day.
    /// </summary>
    private static decimal MovedBack(VectorRow world)
    {
        var balances = world.List("account_balances").ToLookup(balance => balance.Number("account_id"));
        return world.List("accounts").Where(account => account.Flag("is_active", true) == true && account.Text("acct_type") is "Bank" or "Cash").Sum(account =>
        {
            var storedLast = balances[account.Id].OrderBy(balance => balance.Instant("overall_date")).ThenBy(balance => balance.Id).ToList();
            return storedLast.Count == 0 ? 0m : Ledger(storedLast.OrderBy(balance => balance.Instant("ledger_date")).Last()) - Ledger(storedLast[^1]);
        });
    }

    private static decimal Ledger(VectorRow balance) => balance.Money("ledger") ?? 0m;

    private static NotificationFigures Figures(JsonElement json)
    {
        var row = new VectorRow(json);
        return new NotificationFigures(
            row.Number("num_stale_accounts")!.Value,
            new Funds(row.Money("budget_account_sum")!.Value, row.Money("standing_budgets_sum")!.Value, row.Money("pay_period_sum")!.Value, row.Money("budget_account_unreconciled")!.Value),
            row.Number("num_unreconciled_ofx")!.Value);
    }

    private static void AssertMessages(JsonElement expected, IReadOnlyList<Notification> messages) =>
        Assert.Equal(expected.EnumerateArray().Select(Text), messages.Select(Text));

    private static string Text(JsonElement message)
    {
        var topic = message.GetProperty("topic").GetString();
        var level = message.GetProperty("level").GetString();
        return topic == "funds"
            ? $"{topic} {level} {message.GetProperty("relation").GetString()} {string.Join(' ', FundsFigures.Select(f => message.GetProperty("figures").GetProperty(f).GetString()))}"
            : $"{topic} {level} {message.GetProperty("count").GetInt32().ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Text(Notification message)
    {
        var topic = message.Topic switch { NotificationTopic.StaleAccounts => "stale_accounts", NotificationTopic.Funds => "funds", _ => "unreconciled_ofx" };
        var level = message.Level switch { NotificationLevel.Danger => "danger", NotificationLevel.Info => "info", _ => "warning" };
        return message.Funds is { } funds
            ? $"{topic} {level} {(funds.IsLess ? "less" : "more")} {string.Join(' ', new[] { funds.Accounts, funds.AllocatedTotal, funds.Standing, funds.PayPeriod, funds.Unreconciled }.Select(Dollars))}"
            : $"{topic} {level} {message.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>An amount as the vectors display it; half a cent rounds to even.</summary>
    private static string Dollars(decimal amount)
    {
        var cents = decimal.Round(amount, 2, MidpointRounding.ToEven);
        return (cents < 0 ? "-$" : "$") + Math.Abs(cents).ToString("#,##0.00", CultureInfo.InvariantCulture);
    }
}
