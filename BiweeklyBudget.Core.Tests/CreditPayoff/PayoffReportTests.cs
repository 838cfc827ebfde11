using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Cards that are incomplete or owe nothing, and plans that fail ("do it right" of spec/credit-payoff.md).</summary>
public sealed class PayoffReportTests
{
    private static readonly CreditCard Card = new()
    {
        Id = 3,
        Name = "Card",
        Ledger = -952.06m,
        BalanceDate = new DateTime(2017, 7, 27, 0, 0, 0, DateTimeKind.Utc),
        Apr = 0.1m,
        InterestMethod = "AdbCompoundedDaily",
        MinimumPayment = "MinPaymentAmEx",
        ReportedInterest = -16.25m,
    };

    [Fact]
    public void Without_cards_there_are_plans_without_debt()
    {
        var report = Report();
        Assert.Equal(0m, report.MinimumSumRoundedUp);
        Assert.All(report.Methods, m => Assert.Equal((0, 0m), (((PayoffResult.PaidOff)m.Result).Months, ((PayoffResult.PaidOff)m.Result).TotalPayments)));
        Assert.Empty(PayoffChart.Of(report).Days);
    }

    [Theory]
    [InlineData(0, "Paid ($0.00 @ 10.00%)")]
    [InlineData(20, "Paid ($20.00 in credit @ 10.00%)")]
    public void A_card_that_owes_nothing_has_no_minimum_and_is_listed_as_paid(int ledger, string label)
    {
        var report = Report(Card, Card with { Id = 9, Name = "Paid", Ledger = ledger, ReportedInterest = null, BalanceDate = null, MinimumPayment = null });
        Assert.Equal(35m, report.MinimumSum);
        Assert.Equal(label, CardLabel.Of(report.Cards[1], new MoneyFormat("en_US", "USD")));
        Assert.All(report.Methods, m => Assert.Equal((0, 0m, 0m), (m.Cards[1].Months, m.Cards[1].TotalPayments, m.Cards[1].NextPayment)));
        Assert.Equal(Report(Card).Methods.Select(m => m.Cards[0].TotalPayments), report.Methods.Select(m => m.Cards[0].TotalPayments));
    }

    [Fact]
    public void A_card_is_left_out_by_name_with_all_that_it_lacks()
    {
        var report = Report(Card, new CreditCard { Id = 9, Name = "Bare", Ledger = -5m, ReportedInterest = -1m }, Card with { Id = 10, Name = "New", Ledger = null });
        Assert.Equal([3], report.Cards.Select(c => c.Id));
        Assert.Equal(["Bare", "New"], report.Incomplete.Select(c => c.Name));
        Assert.Equal([CardGap.BalanceDate, CardGap.InterestRate, CardGap.InterestMethod, CardGap.MinimumPayment], report.Incomplete[0].Missing);
        Assert.Equal([CardGap.Balance], report.Incomplete[1].Missing);
    }

    [Fact]
    public void A_card_that_follows_an_unknown_prime_rate_is_left_out()
    {
        var inputs = new PayoffInputs([Card with { PrimeRateMargin = 0.05m }], PayoffSettings.Empty, [], null);
        Assert.True(inputs.NeedsPrimeRate);
        Assert.Equal([CardGap.PrimeRate], Assert.Single(PayoffReport.Of(inputs, primeRate: null).Incomplete).Missing);
        Assert.Equal(0.0825m, Assert.Single(PayoffReport.Of(inputs, primeRate: 0.0325m).Cards).Apr);
    }

    [Fact]
    public void Cards_without_an_interest_charge_are_named_unless_they_owe_nothing_and_the_others_are_planned()
    {
        var report = Report(Card with { Id = 1, Ledger = 0m, ReportedInterest = null }, Card with { Id = 2 }, Card with { Id = 3, ReportedInterest = null }, Card with { Id = 4, ReportedInterest = null });
        Assert.Equal([(3, CardGap.InterestCharge), (4, CardGap.InterestCharge)], report.Incomplete.Select(c => (c.Id, Assert.Single(c.Missing))));
        Assert.Equal([1, 2], report.Cards.Select(c => c.Id));
        Assert.Equal(Report(Card with { Id = 2 }).Best!.TotalPayments, report.Best!.TotalPayments);
    }

    [Fact]
    public void Ways_that_cost_the_same_are_all_the_cheapest()
    {
        // One card alone: whoever comes first, it gets the whole sum.
        var settings = new PayoffSettings([new PlannedChange(new DateOnly(2017, 1, 1), 300m, true)], []);
        var report = PayoffReport.Of(new PayoffInputs([Card], settings, [], null), null);
        Assert.Equal(["HighestInterestRateFirstMethod", "LowestInterestRateFirstMethod", "LowestBalanceFirstMethod", "HighestBalanceFirstMethod"], report.Cheapest.Select(m => m.Name));
        Assert.Same(report.Cheapest[0], report.Best);

        // Nothing beyond the minimum of 35, which stays at 35 to the end: all five are the same.
        Assert.Equal(5, Report(Card with { Ledger = -200m, ReportedInterest = -1m }).Cheapest.Count);
    }

    [Fact]
    public void Without_a_way_that_pays_all_off_none_is_the_cheapest()
    {
        var report = Report(Card with { Ledger = -999_999m, Apr = 9.9999m, ReportedInterest = 0m, MinimumPayment = "MinPaymentDiscover" });
        Assert.All(report.Methods, m => Assert.False(m.IsPaidOff));
        Assert.Empty(report.Cheapest);
        Assert.Null(report.Best);
    }

    [Theory]
    [InlineData(16.25)]
    [InlineData(-16.25)]
    public void An_interest_charge_counts_by_its_magnitude(double reported) => Assert.Equal(16.25m, (Card with { ReportedInterest = (decimal)reported }).LastInterest);

    [Fact]
    public void A_method_that_fails_says_why_and_the_others_go_on()
    {
        // Interest + 1 % is well above 400 a month, and from September on the sum is only 50.
        var settings = new PayoffSettings([new PlannedChange(new DateOnly(2017, 9, 1), 50m, true)], []);
        var report = PayoffReport.Of(new PayoffInputs([Card with { Ledger = -10_000m, Apr = 0.4m, ReportedInterest = -400m }], settings, [], null), null);
        Assert.IsType<PayoffResult.PaidOff>(report.Methods[0].Result);
        Assert.All(report.Methods.Skip(1), m =>
        {
            Assert.StartsWith("ERROR: Max total payment of 50.00 is less than sum of minimum payments (", Assert.IsType<PayoffResult.Failed>(m.Result).Reason, StringComparison.Ordinal);
            Assert.Empty(m.Cards);
            Assert.False(m.IsPaidOff);
            Assert.Equal((((PayoffResult.Failed)m.Result).Reason, (int?)null, (decimal?)null), (m.Failure, m.Months, m.TotalPayments));
            Assert.Null(m.Saving);
        });
    }

    [Fact]
    public void Payments_below_the_interest_fail_instead_of_going_on_for_ever()
    {
        // Citi's minimum holds the interest, so only a rate beyond all reason makes a balance grow.
        var report = Report(Card with { Ledger = -999_999m, Apr = 9.9999m, ReportedInterest = 0m, InterestMethod = "SimpleInterest", MinimumPayment = "MinPaymentCiti" });
        Assert.All(report.Methods, m => Assert.True(m.Result is PayoffResult.PaidOff { Months: <= PayoffSimulation.MostRounds } or PayoffResult.Failed));
        var endless = PayoffSimulation.Run(new FixedPaymentMethod(), [report.Cards[0].Statement!], new PaymentPlan(1m));
        Assert.Equal("ERROR: The debt grows without end: the interest is higher than the payments.", Assert.IsType<PayoffResult.Failed>(endless).Reason);
    }

    [Fact]
    public void A_balance_that_never_falls_ends_after_a_hundred_years()
    {
        // 1200 without interest at 1 a month is paid off in the very last month; one cent more is not.
        Assert.Equal(1200, Assert.IsType<PayoffResult.PaidOff>(Fixed(1200m)).Months);
        Assert.Equal("ERROR: Not paid off after 1200 months: the payments are too low.", Assert.IsType<PayoffResult.Failed>(Fixed(1200.01m)).Reason);

        static PayoffResult Fixed(decimal balance) => PayoffSimulation.Run(
            new FixedPaymentMethod(),
            [new CardStatement(new CardTerms(new SimpleInterest(), 0m, new FlatMinimum(1m)), BillingPeriod.Of(new DateOnly(2017, 7, 20)), balance, 0m)],
            new PaymentPlan(1m));
    }

    // One card's statements begin a month before the other's, and it is paid off first: the clock that dates the one-time payment must not jump (defect 11).
    [Fact]
    public void One_time_payments_are_neither_skipped_nor_repeated_when_cards_begin_in_different_months()
    {
        CardStatement[] cards = [Flat(100m, new DateOnly(2017, 6, 20)), Flat(1000m, new DateOnly(2017, 7, 20))];
        for (var day = new DateOnly(2017, 6, 16); day < new DateOnly(2017, 10, 1); day = day.AddDays(1))
        {
            var paid = Assert.IsType<PayoffResult.PaidOff>(PayoffSimulation.Run(new LowestBalanceFirstMethod(), cards, new PaymentPlan(120m, oneTimes: [new DatedAmount(day, 50m)])));

            // 120 every month, 50 once, until the last month.
            var rounds = Enumerable.Range(0, paid.Months - 1).Select(round => paid.Cards.Sum(c => round < c.Months ? c.Schedule[round].Payment : 0m)).ToArray();
            Assert.Single(rounds, sum => sum > 120m);
        }

        static CardStatement Flat(decimal balance, DateOnly date) =>
            new(new CardTerms(new SimpleInterest(), 0m, new FlatMinimum(20m)), BillingPeriod.Of(date), balance, 0m);
    }

    [Fact]
    public void The_users_own_order_decides_who_gets_the_money()
    {
        CreditCard[] cards = [Card with { Id = 3 }, Card with { Id = 4 }, Card with { Id = 5 }];
        var settings = new PayoffSettings([new PlannedChange(new DateOnly(2017, 1, 1), 300m, true)], []);
        var report = PayoffReport.Of(new PayoffInputs(cards, settings, [5, 77, 3], null), null);
        Assert.Equal([5, 3, 4], report.Order.Select(c => c.Id));
        var own = report.Methods[^1];
        Assert.Equal("CustomOrderMethod", own.Method.Name);

        // 300 - 2 x 35 for the first of the list.
        Assert.Equal([35m, 35m, 230m], own.Cards.Select(r => r.NextPayment));
        Assert.True(own.Cards[2].Months < own.Cards[0].Months && own.Cards[0].Months < own.Cards[1].Months);
    }

    [Fact]
    public void A_single_card_needs_no_order() => Assert.DoesNotContain(Report(Card).Methods, m => m.Method is CustomOrderMethod);

    [Fact]
    public void The_chart_shows_the_debts_of_the_same_results()
    {
        var report = Report(Card, Card with { Id = 4, Ledger = -100m });
        var chart = PayoffChart.Of(report);
        Assert.Equal(report.Methods.Select(m => m.Method.Title), chart.Titles);
        Assert.All(chart.Days[0].Debts, debt => Assert.Equal(1052.06m, debt));
        var minimum = (PayoffResult.PaidOff)report.Methods[0].Result;
        Assert.Equal(new DateOnly(2017, 8, 16), chart.Days[1].Date);
        Assert.Equal(minimum.Cards.Sum(c => c.Schedule[0].Balance), chart.Days[1].Debts[0]);
        Assert.Equal(0m, chart.Days[minimum.Months].Debts[0]);
        Assert.Equal(minimum.Months + 1, chart.Days.Count);
    }

    private static PayoffReport Report(params CreditCard[] cards) => PayoffReport.Of(new PayoffInputs(cards, PayoffSettings.Empty, [], null), null);
}
