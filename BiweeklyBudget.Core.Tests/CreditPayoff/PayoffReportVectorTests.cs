using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>What is read from a database, on both engines.</summary>
[Trait("Category", "Vectors")]
public sealed class PayoffReportVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = InterestVectorTests.Area;

    [Theory]
    [VectorsOnBothEngines(Area, "payoff_report")]
    public async Task The_report_of_a_database(VectorCase vector, DatabaseEngine engine)
    {
        var world = vector.Input.GetProperty("world");
        var now = new VectorRow(world).Instant("now")!.Value;
        var database = await databases.WithAsync(engine, world);
        await using var context = database.CreateContext();
        await StoreAsync(context, PayoffSettings.SettingName, vector.Input.GetProperty("settings").GetRawText());
        await OweWhatIsPositiveAsync(context);

        var inputs = await new PayoffReader(context).ReadAsync(now, default);
        var report = PayoffReport.Of(inputs, new VectorRow(vector.Input).Money("prime_rate"), PayoffPolicy.Upstream);
        Assert.Empty(report.Incomplete);
        if (report.Cards.All(card => card.Statement is null))
        {
            // Upstream asks minimum payments of cards that owe nothing.
            KnownDifferences.Rule(Area, "no-debt-no-minimum");
            Assert.Equal(0m, report.MinimumSumRoundedUp);
            Assert.All(report.Methods, m => Assert.All(m.Cards, row => Assert.Equal((0, 0m), (row.Months, row.TotalPayments))));
            return;
        }

        AssertReport(vector.Expected, report);
    }

    [Theory]
    [VectorsOnBothEngines(Area, "last_interest_charge")]
    public async Task The_last_interest_charge(VectorCase vector, DatabaseEngine engine)
    {
        var now = new VectorRow(vector.Input).Instant("now")!.Value;
        var database = await databases.WithAsync(engine, CardWith(vector.Input.GetProperty("ofx_transactions")));
        await using var context = database.CreateContext();
        var card = Assert.Single((await new PayoffReader(context).ReadAsync(now, default)).Cards);

        var expected = vector.Expected.TryGetProperty("amount", out var amount) ? decimal.Parse(amount.GetString()!, CultureInfo.InvariantCulture) : (decimal?)null;
        if (expected < 0)
        {
            KnownDifferences.Rule(Area, "magnitude-of-the-charge");
            expected = -expected;
        }

        Assert.Equal(expected, card.LastInterest);
    }

    [Theory]
    [VectorsOnBothEngines(Area, "effective_apr")]
    public async Task The_rate_that_applies(VectorCase vector, DatabaseEngine engine)
    {
        var input = new VectorRow(vector.Input);
        var clock = new FrozenTimeProvider(new DateTimeOffset(input.Instant("now")!.Value));
        var database = await databases.WithAsync(engine, CardWith(JsonDocument.Parse("[]").RootElement));
        await using var context = database.CreateContext();
        var account = await context.Accounts.SingleAsync();
        (account.Apr, account.PrimeRateMargin) = (input.Money("apr"), input.Money("prime_rate_margin"));
        await context.SaveChangesAsync();
        if (vector.Input.GetProperty("stored_prime_rate") is { ValueKind: JsonValueKind.Object } stored)
        {
            var row = new VectorRow(stored);
            await StoreAsync(context, PrimeRate.SettingName, new PrimeRate(row.Money("value")!.Value, row.Instant("date")!.Value, IsEnteredByHand: false).ToJson());
        }

        var source = new RateSource(input.Money("fetched_percent")!.Value * 0.01m);
        PrimeRateReading rate;
        await using (var book = RateSource.Book(database.CreateContext(), clock))
        {
            rate = await book.CreditPayoff.RenewPrimeRateAsync(source);
        }

        var inputs = await new PayoffReader(context).ReadAsync(clock.GetUtcNow().UtcDateTime, default);

        Assert.Null(rate.Problem);
        Assert.Equal(inputs.PrimeRate, rate.Known);
        Assert.Equal(new VectorRow(vector.Expected).Money("apr"), inputs.Cards[0].EffectiveApr(inputs.PrimeRate?.Rate));
        Assert.Equal(vector.Expected.GetProperty("fetched").GetBoolean(), source.Requests > 0);
    }

    private static void AssertReport(JsonElement expected, PayoffReport report)
    {
        var row = new VectorRow(expected);
        Assert.Equal(row.Money("monthly_payment_sum"), report.MinimumSumRoundedUp);
        Assert.Equal(
            expected.GetProperty("min_payments").EnumerateObject().Select(p => (p.Name, new VectorRow(expected.GetProperty("min_payments")).Money(p.Name)!.Value)),
            report.Cards.Select(card => (card.Id.ToString(CultureInfo.InvariantCulture), card.MinimumDue)));
        foreach (var method in expected.GetProperty("methods").EnumerateObject())
        {
            var actual = report.Methods.Single(m => m.Method.Name == method.Name);
            Assert.Equal(method.Value.TryGetProperty("error", out _), actual.Result is PayoffResult.Failed);
            Assert.All(actual.Cards, (payoff, i) =>
                Figures.AssertPayoff(new VectorRow(method.Value.GetProperty("results").GetProperty(report.Cards[i].Id.ToString(CultureInfo.InvariantCulture))), payoff));
        }

        AssertListing([.. row.List("listing")], report);
    }

    // Upstream writes the id behind the name; ours shows people the name alone.
    private static string LikeUpstream(PayoffCard card, string label) => label.Insert(card.Name.Length, FormattableString.Invariant($" ({card.Id})"));

    private static void AssertListing(VectorRow[] expected, PayoffReport report)
    {
        var money = new MoneyFormat("en_US", "USD");
        var shown = report.Methods.Where(m => m.Method is not CustomOrderMethod && m.Result is PayoffResult.PaidOff).ToArray();
        Assert.Equal(expected.Select(m => m.Text("name")), shown.Select(m => m.Method.Name));
        Assert.All(shown, (method, i) =>
        {
            Assert.Equal(expected[i].Json.GetProperty("account_labels").EnumerateArray().Select(l => l.GetString()), report.Cards.Select(card => LikeUpstream(card, CardLabel.Of(card, money))));
            var total = new VectorRow(expected[i].Json.GetProperty("total"));
            var paid = (PayoffResult.PaidOff)method.Result;
            Assert.Equal(total.Number("months"), paid.Months);
            Figures.AssertClose(total.Money("total_payments")!.Value, paid.TotalPayments);
            Figures.AssertClose(total.Money("total_interest")!.Value, paid.TotalInterest);
            Figures.AssertClose(total.Money("next_payment")!.Value, paid.NextPayment);
        });
    }

    /// <summary>Upstream takes money that the bank owes to the user for a debt of the same size. Its figures stay comparable when such balances are turned into debts.</summary>
    private static async Task OweWhatIsPositiveAsync(BudgetDbContext context)
    {
        foreach (var balance in await context.AccountBalances.Where(b => b.Ledger > 0).ToListAsync())
        {
            KnownDifferences.Rule(Area, "credit-balance-is-no-debt");
            balance.Ledger = -balance.Ledger;
        }

        await context.SaveChangesAsync();
    }

    private static async Task StoreAsync(BudgetDbContext context, string name, string json)
    {
        context.StoredSettings.Add(new StoredSetting { Name = name, Value = json });
        await context.SaveChangesAsync();
    }

    private static JsonElement CardWith(JsonElement transactions)
    {
        var number = 0;
        var rows = transactions.EnumerateArray().Select(t =>
        {
            var row = t.Deserialize<Dictionary<string, object>>()!;
            row["account_id"] = 1;
            row["statement_id"] = 1;
            row["fitid"] = string.Create(CultureInfo.InvariantCulture, $"i{++number}");
            return row;
        });
        return JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["accounts"] = new[] { new { id = 1, name = "Card", acct_type = "Credit" } },
            ["ofx_statements"] = new[] { new { id = 1, account_id = 1, filename = "f1", as_of = "2017-07-26T00:00:00Z" } },
            ["ofx_transactions"] = rows,
        });
    }
}
