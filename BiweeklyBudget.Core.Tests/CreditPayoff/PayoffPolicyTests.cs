using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>The rest of a month's sum goes to the next card in the same month; upstream's way stays beside it (ADR 0028).</summary>
public sealed class PayoffPolicyTests
{
    // Four cards and 900 a month. The figures were worked out by an independent calculation, month by month.
    [Theory]
    [InlineData(nameof(HighestInterestRateFirstMethod), "808.26", 15, "6, 5, 15, 12", "919.81", 17, "7, 5, 17, 13")]
    [InlineData(nameof(LowestBalanceFirstMethod), "836.99", 15, "2, 6, 10, 15", "912.80", 17, "2, 6, 11, 17")]
    public void The_rest_of_the_month_in_which_a_card_is_paid_off_goes_to_the_next_one(
        string method, string interest, int months, string monthsByCard, string upstreamInterest, int upstreamMonths, string upstreamMonthsByCard)
    {
        AssertPlan(PayoffReport.Of(FourCards(), primeRate: null), interest, months, monthsByCard);
        AssertPlan(PayoffReport.Of(FourCards(), primeRate: null, PayoffPolicy.Upstream), upstreamInterest, upstreamMonths, upstreamMonthsByCard);

        void AssertPlan(PayoffReport report, string expectedInterest, int expectedMonths, string expectedByCard)
        {
            var plan = report.Methods.Single(m => m.Name == method);
            Assert.Equal((expectedInterest, expectedMonths), (FormattableString.Invariant($"{plan.TotalInterest:F2}"), plan.Months));
            Assert.Equal(expectedByCard, string.Join(", ", plan.Cards.Select(card => card.Months)));
        }
    }

    [Fact]
    public void The_cheaper_way_is_recommended_and_upstreams_policy_would_recommend_the_dearer_one()
    {
        Assert.Equal(nameof(HighestInterestRateFirstMethod), PayoffReport.Of(FourCards(), primeRate: null).Best!.Name);
        Assert.Equal(nameof(LowestBalanceFirstMethod), PayoffReport.Of(FourCards(), primeRate: null, PayoffPolicy.Upstream).Best!.Name);
    }

    // 100 for balances of 10, 25 and 30 of which the minimum alone is more than is owed on the first.
    [Theory]
    [InlineData(nameof(LowestBalanceFirstMethod), "10 25 30 35")]
    [InlineData(nameof(HighestBalanceFirstMethod), "10 5 7 78")]
    [InlineData(nameof(HighestInterestRateFirstMethod), "10 5 30 55")]
    [InlineData(nameof(LowestInterestRateFirstMethod), "10 25 7 58")]
    public void The_rest_goes_from_card_to_card_in_the_order_of_the_method(string method, string expected)
    {
        UnpaidCard[] cards = [new(0, 10m, 0.01m, 12m), new(1, 25m, 0.02m, 5m), new(2, 30m, 0.08m, 7m), new(3, 1234.56m, 0.03m, 2m)];
        var payments = new decimal[4];
        Assert.Null(Figures.Method(method).Distribute(cards, 100m, PayoffPolicy.PassesOn, payments));
        Assert.Equal(expected, string.Join(' ', payments.Select(p => FormattableString.Invariant($"{p}"))));
    }

    [Fact]
    public void What_is_left_when_all_cards_are_paid_off_stays_with_the_user()
    {
        UnpaidCard[] cards = [new(0, 10m, 0.01m, 12m), new(1, 25m, 0.02m, 5m)];
        var payments = new decimal[2];
        Assert.Null(new LowestBalanceFirstMethod().Distribute(cards, 100m, PayoffPolicy.PassesOn, payments));
        Assert.Equal([10m, 25m], payments);
    }

    [Fact]
    public void A_sum_that_pays_all_that_is_owed_is_enough_however_high_the_minimums_are()
    {
        UnpaidCard[] cards = [new(0, 3m, 0.01m, 35m), new(1, 4m, 0.02m, 35m)];
        var payments = new decimal[2];
        Assert.Null(new LowestBalanceFirstMethod().Distribute(cards, 7m, PayoffPolicy.PassesOn, payments));
        Assert.Equal([3m, 4m], payments);
        Assert.Equal("ERROR: Max total payment of 7.00 is less than sum of minimum payments (70.00)", new LowestBalanceFirstMethod().Distribute(cards, 7m, PayoffPolicy.Upstream, payments));
        Assert.Equal("ERROR: Max total payment of 6.00 is less than sum of minimum payments (7.00)", new LowestBalanceFirstMethod().Distribute(cards, 6m, PayoffPolicy.PassesOn, payments));
    }

    private static PayoffInputs FourCards() => new(
        [Card(1, -1100m, 0.184m, -16.87m), Card(2, -2900m, 0.225m, -54.38m), Card(3, -3500m, 0.096m, -28m), Card(4, -4950m, 0.105m, -43.31m)],
        new PayoffSettings([new PlannedChange(new DateOnly(2026, 11, 1), 900m, true)], []),
        [],
        null);

    private static CreditCard Card(int id, decimal ledger, decimal apr, decimal interest) => new()
    {
        Id = id,
        Name = $"Card {id}",
        Ledger = ledger,
        BalanceDate = new DateTime(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc),
        Apr = apr,
        InterestMethod = nameof(SimpleInterest),
        MinimumPayment = "MinPaymentAmEx",
        ReportedInterest = interest,
    };
}
