using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Examples E5 to E7 of spec/credit-payoff.md §13, by upstream's policy.</summary>
public sealed class WholePayoffExampleTests
{
    private static readonly CreditCard[] SampleCards =
    [
        new() { Id = 3, Name = "CreditOne", Ledger = -952.06m, BalanceDate = new DateTime(2017, 7, 27, 0, 0, 0, DateTimeKind.Utc), PrimeRateMargin = 0.005m, InterestMethod = "AdbCompoundedDaily", MinimumPayment = "MinPaymentAmEx", ReportedInterest = -16.25m },
        new() { Id = 4, Name = "CreditTwo", Ledger = -5498.65m, BalanceDate = new DateTime(2017, 7, 26, 0, 0, 0, DateTimeKind.Utc), Apr = 0.1m, InterestMethod = "AdbCompoundedDaily", MinimumPayment = "MinPaymentDiscover", ReportedInterest = -46.9061m },
    ];

    [Fact]
    public void E5_first_statements_of_a_card_that_pays_minimums()
    {
        var july = Report(PayoffSettings.Empty).Cards[1].Statement!;
        AssertStatement(july, "5498.65", "46.9061", "109.9730");
        var august = july.Pay(july.MinimumDue);
        AssertStatement(august, "5435.099946990223099819458601", "46.42294350662554864184551521", "108.7019989398044619963891720");
        AssertStatement(august.Pay(august.MinimumDue), "5370.782599263102264503116179", "44.38464788204065162418653178", "107.4156519852620452900623236");
        Assert.Equal(new BillingPeriod(new DateOnly(2017, 8, 1), new DateOnly(2017, 8, 31)), august.Period);
    }

    [Theory]
    [InlineData(nameof(MinPaymentMethod), 28, "962.9988625702411101133192793", 162, "8664.861877369277471400473622")]
    [InlineData(nameof(HighestBalanceFirstMethod), 28, "962.9988625702411101133192793", 55, "6956.345228060182432444990377")]
    [InlineData(nameof(HighestInterestRateFirstMethod), 28, "962.9988625702411101133192793", 55, "6956.345228060182432444990377")]
    [InlineData(nameof(LowestBalanceFirstMethod), 21, "960.9178327498502165965138131", 56, "6988.237124948955044765363412")]
    [InlineData(nameof(LowestInterestRateFirstMethod), 21, "960.9178327498502165965138131", 56, "6988.237124948955044765363412")]
    public void E5_sample_cards(string method, int firstMonths, string firstPaid, int secondMonths, string secondPaid)
    {
        var report = Report(PayoffSettings.Empty);
        Assert.Equal((144.9730m, 144.98m), (report.MinimumSum, report.MinimumSumRoundedUp));
        AssertRows(report, method, (firstMonths, firstPaid, "35"), (secondMonths, secondPaid, "109.9730"));
    }

    [Fact]
    public void E5_as_the_page_shows_it()
    {
        var money = new MoneyFormat("en_US", "USD");
        var report = Report(PayoffSettings.Empty);
        var method = report.Methods.Single(m => m.Method is HighestBalanceFirstMethod);
        var rows = report.Cards.Zip(method.Cards, (card, p) => (CardLabel.Of(card, money), money.Format(p.NextPayment), p.Months, money.Format(p.TotalPayments), money.Format(p.TotalInterest)));
        Assert.Equal([("CreditOne ($952.06 @ 1.00%)", "$35.00", 28, "$963.00", "$10.94"), ("CreditTwo ($5,498.65 @ 10.00%)", "$109.97", 55, "$6,956.35", "$1,457.70")], rows);
        var total = (PayoffResult.PaidOff)method.Result;
        Assert.Equal(("$144.97", 55, "$7,919.34", "$1,468.63"), (money.Format(total.NextPayment), total.Months, money.Format(total.TotalPayments), money.Format(total.TotalInterest)));

        // 8664.861877… + 962.998862… − 6956.345228… − 962.998862…; 162 − 55 months.
        Assert.Equal(("$1,708.52", 107), (money.Format(method.Saving!.Value.Money), method.Saving.Value.Months));
        Assert.Null(report.Methods[0].Saving);
    }

    [Theory]
    [InlineData(nameof(MinPaymentMethod), 28, "962.998862570", "35", 162, "8664.861877369", "109.9730")]
    [InlineData(nameof(HighestBalanceFirstMethod), 28, "962.998862570", "35", 48, "6734.416161876", "179.55")]
    [InlineData(nameof(HighestInterestRateFirstMethod), 28, "962.998862570", "35", 48, "6734.416161876", "179.55")]
    [InlineData(nameof(LowestBalanceFirstMethod), 16, "958.104568195", "104.577", 49, "6809.605308408", "109.9730")]
    [InlineData(nameof(LowestInterestRateFirstMethod), 16, "958.104568195", "104.577", 49, "6809.605308408", "109.9730")]
    public void E6_with_settings(string method, int firstMonths, string firstPaid, string firstNext, int secondMonths, string secondPaid, string secondNext)
    {
        var settings = PayoffSettings.Read("""
            {"increases": [{"amount": "160.23", "date": "2017-05-14", "enabled": true}, {"amount": "-56.78", "date": "2017-06-27", "enabled": false}],
             "onetimes": [{"amount": "54.32", "date": "2017-07-04", "enabled": true}, {"amount": "98.76", "date": "2017-07-21", "enabled": false}]}
            """);
        Assert.Equal(214.55m, settings.PlanFrom(144.9730m).TotalFor(BillingPeriod.Of(new DateOnly(2017, 7, 27))));
        AssertRows(Report(settings), method, (firstMonths, firstPaid, firstNext), (secondMonths, secondPaid, secondNext), digits: 9);
    }

    [Theory]
    [InlineData(nameof(MinPaymentMethod), "", "", "6 1060 200, 13 2520 200, 25 12500 500")]
    [InlineData(nameof(LowestBalanceFirstMethod), "", "", "4 1040 300, 7 2280 200, 15 11500 500")]
    [InlineData(nameof(HighestBalanceFirstMethod), "", "", "6 1060 200, 13 2520 200, 16 11600 600")]
    [InlineData(nameof(LowestInterestRateFirstMethod), "", "", "4 1040 300, 7 2280 200, 15 11500 500")]
    [InlineData(nameof(HighestInterestRateFirstMethod), "", "", "6 1060 200, 13 2520 200, 16 11600 600")]
    [InlineData(nameof(LowestBalanceFirstMethod), Increases, "", "3 1030 300, 6 2240 200, 12 11200 500")]
    [InlineData(nameof(HighestBalanceFirstMethod), Increases, "", "6 1060 200, 13 2520 200, 12 11200 600")]
    [InlineData(nameof(LowestBalanceFirstMethod), "", ThreePayments, "2 1020 300, 5 2200 200, 11 11100 500")]
    [InlineData(nameof(HighestBalanceFirstMethod), "", ThreePayments, "6 1060 200, 12 2480 200, 11 11100 600")]
    [InlineData(nameof(LowestBalanceFirstMethod), Increases, "2017-06-01 200, 2017-09-01 1000, 2018-04-01 1500", "3 1030 500, 4 2160 200, 11 11100 500")]
    [InlineData(nameof(HighestBalanceFirstMethod), Increases, "2017-10-01 7000, 2017-11-01 240", "6 1060 200, 6 2240 200, 5 10500 600")]
    public void E7_cards_with_flat_interest(string method, string increases, string oneTimes, string expected)
    {
        CardStatement[] cards = [Flat(1010m, 10m, 200m), Flat(2040m, 40m, 200m), Flat(10100m, 100m, 500m)];
        var paid = Assert.IsType<PayoffResult.PaidOff>(PayoffSimulation.Run(Figures.Method(method), cards, new PaymentPlan(1000m, Amounts(increases), Amounts(oneTimes)), PayoffPolicy.Upstream));
        Assert.Equal(expected, string.Join(", ", paid.Cards.Select(c => FormattableString.Invariant($"{c.Months} {c.TotalPayments:0} {c.NextPayment:0}"))));
    }

    private const string Increases = "2017-08-01 1200, 2018-02-01 1500";

    private const string ThreePayments = "2017-07-01 500, 2017-10-01 1000, 2018-04-01 3000";

    private static CardStatement Flat(decimal balance, decimal interest, decimal minimum) =>
        new(new CardTerms(new FlatInterest(), interest, new FlatMinimum(minimum)), BillingPeriod.Of(new DateOnly(2017, 7, 1)), balance, interest);

    private static IEnumerable<DatedAmount> Amounts(string text) => text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split(' ')).Select(t =>
        new DatedAmount(DateOnly.ParseExact(t[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Number(t[1])));

    private static PayoffReport Report(PayoffSettings settings) => PayoffReport.Of(new PayoffInputs(SampleCards, settings, [], null), primeRate: 0.005m, PayoffPolicy.Upstream);

    private static void AssertRows(PayoffReport report, string method, (int Months, string Paid, string Next) first, (int Months, string Paid, string Next) second, int digits = 12)
    {
        var rows = report.Methods.Single(m => m.Method.Name == method).Cards;
        Assert.Equal(
            new[] { first, second }.Select(e => (e.Months, decimal.Round(Number(e.Paid), digits), Number(e.Next))),
            rows.Select(r => (r.Months, decimal.Round(r.TotalPayments, digits), r.NextPayment)));
    }

    private static void AssertStatement(CardStatement statement, string endBalance, string interest, string minimum)
    {
        Figures.AssertClose(Number(endBalance), statement.EndBalance);
        Figures.AssertClose(Number(interest), statement.Interest);
        Figures.AssertClose(Number(minimum), statement.MinimumDue);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
