using System.Globalization;
using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Examples E1 to E4, E8 and E9 of spec/credit-payoff.md §13; E5 to E7 are whole payoffs of several cards.</summary>
public sealed class WorkedExampleTests
{
    private static readonly AdbCompoundedDaily Daily = new();

    [Fact]
    public void E1_daily_balance_by_hand()
    {
        var period = new BillingPeriod(new DateOnly(2017, 1, 1), new DateOnly(2017, 1, 3));
        DatedAmount[] payment = [new(new DateOnly(2017, 1, 2), -100m)];
        Assert.Equal(new PeriodInterest(2.805703901m, 902.805706703901m), Daily.Calculate(0.365m, 1000m, period, payment));
        Assert.Equal(new PeriodInterest(2.7m, 902.7m), new SimpleInterest().Calculate(0.365m, 1000m, period, payment));
    }

    [Fact]
    public void E2_interest_of_a_year()
    {
        var leap = new BillingPeriod(new DateOnly(2017, 1, 1), new DateOnly(2018, 1, 1));
        var year = leap with { End = new DateOnly(2017, 12, 31) };
        DatedAmount paid = new(new DateOnly(2017, 6, 1), -50m);
        AssertInterest("10.54874567794529906536521621", "110.5487464695276899243379188", Daily.Calculate(0.1m, 100m, leap, []));
        AssertInterest("7.542074651086492634526111808", "107.5420752170470026908058809", Daily.Calculate(0.1m, 100m, leap, [paid, new(new DateOnly(2017, 12, 31), 50m)]));
        Assert.Equal(new PeriodInterest(1m, 101m), new SimpleInterest().Calculate(0.01m, 100m, year, []));
        Assert.Equal(new PeriodInterest(0.5m, 50.5m), new SimpleInterest().Calculate(0.01m, 100m, year, [paid]));
    }

    [Theory]
    [InlineData("MinPaymentAmEx", 10000, 22, 122)]
    [InlineData("MinPaymentAmEx", 100, 22, 35)]
    [InlineData("MinPaymentDiscover", 1, 2, 35)]
    [InlineData("MinPaymentDiscover", 10000, 2, 200)]
    [InlineData("MinPaymentDiscover", 1, 20, 40)]
    [InlineData("MinPaymentCiti", 10000, 2, 150)]
    [InlineData("MinPaymentCiti", 10000, 300, 400)]
    [InlineData("MinPaymentCiti", 1, 2, 25)]
    [InlineData("MinPaymentCiti", 2300, 3, 34)]
    [InlineData("MinPaymentCiti", 2500, 3, 38)]
    public void E3_minimum_payments(string rule, int balance, int interest, int amount) =>
        Assert.Equal(amount, MinimumPayment.Find(rule)!.Amount(balance, interest));

    [Theory]
    [InlineData(nameof(LowestBalanceFirstMethod), 2, 5, 2, 91)]
    [InlineData(nameof(HighestBalanceFirstMethod), 2, 5, 86, 7)]
    [InlineData(nameof(HighestInterestRateFirstMethod), 2, 5, 86, 7)]
    [InlineData(nameof(LowestInterestRateFirstMethod), 86, 5, 2, 7)]
    public void E4_one_choice_of_payments(string name, int first, int second, int third, int fourth)
    {
        UnpaidCard[] cards = [new(0, 10m, 0.01m, 2m), new(1, 25m, 0.02m, 5m), new(2, 1234.56m, 0.08m, 2m), new(3, 3m, 0.03m, 7m)];
        var payments = new decimal[4];
        Assert.Null(Figures.Method(name).Distribute(cards, 100m, PayoffPolicy.Upstream, payments));
        Assert.Equal([first, second, third, fourth], payments);
        Assert.Equal("ERROR: Max total payment of 3.00 is less than sum of minimum payments (16.00)", Figures.Method(name).Distribute(cards, 3m, PayoffPolicy.Upstream, payments));
    }

    [Fact]
    public void E8_edges_of_the_engine()
    {
        CardStatement[] cards = [Edge(10m, 3m), Edge(20m, 60m), Edge(-1m, 60m)];
        var paid = Assert.IsType<PayoffResult.PaidOff>(PayoffSimulation.Run(new MinPaymentMethod(), cards, new PaymentPlan(0m), PayoffPolicy.Upstream));
        Assert.Equal([(8, 24m, 3m), (1, 20m, 20m), (0, 0m, 0m)], paid.Cards.Select(c => (c.Months, c.TotalPayments, c.NextPayment)));

        static CardStatement Edge(decimal balance, decimal minimum) =>
            new(new CardTerms(new OneLessEveryMonth(), 0m, new FlatMinimum(minimum)), BillingPeriod.Of(new DateOnly(2017, 7, 20)), balance, 0m);
    }

    // From the bank's figures: the computed ones are vectors of the kind card_statement. The next period begins on the day after the real one.
    [Theory]
    [InlineData("MinPaymentAmEx", "2017-06-28", "2017-07-28", "0.1824", "1856.23", "-189", "2017-07-21", "1695.4596", "28.2296", "1695.46", "28.23", "45.1846", 80, "2839.47", 62, 35, "2152.24")]
    [InlineData("MinPaymentCiti", "2016-12-24", "2017-01-24", "0.1574", "5542.78", "-180", "2017-01-20", "5439.4254", "76.6454", "5439.39", "76.61", "131.0039", 223, "11490.00", 191, 36, "6717.34")]
    public void E9_real_statements(
        string rule, string first, string last, string apr, string start, string payment, string paymentDay, string computedBalance, string computedInterest,
        string bankBalance, string bankInterest, string minimum, int months, string total, int fixedPayment, int fixedMonths, string fixedTotal)
    {
        var terms = new CardTerms(Daily, Number(apr), MinimumPayment.Find(rule)!);
        var period = new BillingPeriod(Day(first), Day(last));
        DatedAmount[] transactions = [new(Day(paymentDay), Number(payment))];
        var computed = CardStatement.Of(terms, period, Number(start), transactions);
        Assert.Equal((Number(computedBalance), Number(computedInterest)), (decimal.Round(computed.EndBalance, 4), decimal.Round(computed.Interest, 4)));

        var bank = CardStatement.Of(terms, period, Number(start), transactions, Number(bankBalance), Number(bankInterest));
        Assert.Equal(Number(minimum), bank.MinimumDue);
        AssertPaidOff(months, Number(total), new MinPaymentMethod(), bank, 0m);
        AssertPaidOff(fixedMonths, Number(fixedTotal), new FixedPaymentMethod(), bank, fixedPayment);
    }

    private static void AssertPaidOff(int months, decimal total, PayoffMethod method, CardStatement statement, decimal baseTotal)
    {
        var paid = Assert.IsType<PayoffResult.PaidOff>(PayoffSimulation.Run(method, [statement], new PaymentPlan(baseTotal), PayoffPolicy.Upstream));
        Assert.Equal((months, total), (paid.Months, decimal.Round(paid.TotalPayments, 2)));
    }

    private static void AssertInterest(string interest, string endBalance, PeriodInterest actual)
    {
        Figures.AssertClose(Number(interest), actual.Interest);
        Figures.AssertClose(Number(endBalance), actual.EndBalance);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class OneLessEveryMonth : InterestMethod
    {
        public override string Name => nameof(OneLessEveryMonth);

        public override string Description => "Whatever is paid, the balance falls by one";

        public override PeriodInterest Calculate(decimal apr, decimal principal, BillingPeriod period, IReadOnlyList<DatedAmount> transactions) => new(0m, principal - 1m);
    }
}
