using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>The pure functions; what needs a database stands in <see cref="PayoffReportVectorTests"/>.</summary>
[Trait("Category", "Vectors")]
public sealed class InterestVectorTests
{
    internal const string Area = "interest";

    [Fact]
    public void Every_kind_is_run() =>
        Assert.Empty(VectorKinds.NotRunBy(typeof(InterestVectorTests), Area).Intersect(VectorKinds.NotRunBy(typeof(PayoffReportVectorTests), Area)));

    [Theory]
    [Vectors(Area, "period_interest", "card_statement")]
    public void The_interest_of_a_period(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var expected = new VectorRow(vector.Expected);
        var (interest, endBalance) = Figures.Interest(input.Text("interest_method")).Calculate(
            input.Money("apr")!.Value, input.Money("principal")!.Value, new BillingPeriod(input.Date("first")!.Value, input.Date("last")!.Value), Figures.Amounts(input, "transactions"));
        Figures.AssertClose(expected.Money("interest_paid")!.Value, interest);
        Figures.AssertClose(expected.Money("end_balance")!.Value, endBalance);
        if (expected.Money("max_relative_error") is { } most)
        {
            Assert.InRange(interest / expected.Money("reported_interest")!.Value, 1 - most, 1 + most);
            Assert.InRange(endBalance / expected.Money("reported_end_balance")!.Value, 1 - most, 1 + most);
        }
    }

    [Theory]
    [Vectors(Area, "billing_period")]
    public void The_billing_period_of_a_day(VectorCase vector)
    {
        var expected = new VectorRow(vector.Expected);
        var period = BillingPeriod.Of(new VectorRow(vector.Input).Date("date")!.Value);
        AssertPeriod(expected, period);
        AssertPeriod(new VectorRow(vector.Expected.GetProperty("next")), period.Next);
        AssertPeriod(new VectorRow(vector.Expected.GetProperty("previous")), period.Previous);
    }

    [Theory]
    [Vectors(Area, "min_payment")]
    public void The_minimum_payment(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var amount = MinimumPayment.Find(input.Text("formula"))!.Amount(input.Money("balance")!.Value, input.Money("interest")!.Value);
        Figures.AssertClose(new VectorRow(vector.Expected).Money("amount")!.Value, amount);
    }

    [Theory]
    [Vectors(Area, "max_total_for_period")]
    public void The_sum_of_a_month(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        Figures.AssertClose(new VectorRow(vector.Expected).Money("amount")!.Value, Figures.Plan(input).TotalFor(BillingPeriod.Of(input.Date("period_date")!.Value)));
    }

    [Theory]
    [Vectors(Area, "payment_split")]
    public void The_payments_of_a_month(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var method = Figures.Method(input.Text("method")!);
        UnpaidCard[] cards = [.. input.List("statements").Select((s, i) => new UnpaidCard(i, s.Money("balance")!.Value, s.Money("apr")!.Value, s.Money("min_payment")!.Value))];
        var plan = Figures.Plan(input);
        var total = method.TotalOf(plan, BillingPeriod.Of(input.Date("period_date")!.Value));
        var payments = new decimal[cards.Length];
        var refusal = method.Distribute(cards, total, PayoffPolicy.Upstream, payments);
        if (!vector.Expected.TryGetProperty("error", out _))
        {
            Assert.Null(refusal);
            var expected = vector.Expected.GetProperty("payments").EnumerateArray().Select(p => decimal.Parse(p.GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(expected.Length, payments.Length);
            Assert.All(payments, (payment, i) => Figures.AssertClose(expected[i], payment));
        }
        else if (cards.Sum(c => c.Minimum) > total)
        {
            Assert.StartsWith("ERROR: Max total payment of ", refusal, StringComparison.Ordinal);
        }
        else
        {
            // Upstream cannot choose between cards without debt or rate.
            KnownDifferences.Rule(Area, "first-card-when-none-can-be-chosen");
            Assert.Null(refusal);
            Assert.Equal(cards[0].Minimum + total - cards.Sum(c => c.Minimum), payments[0]);
            Assert.Equal(total, payments.Sum());
        }
    }

    [Theory]
    [Vectors(Area, "payoff")]
    public void A_whole_payoff(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var result = PayoffSimulation.Run(Figures.Method(input.Text("method")!), [.. input.List("statements").Select(Figures.Statement)], Figures.Plan(input), PayoffPolicy.Upstream);
        if (vector.Expected.TryGetProperty("error", out _))
        {
            Assert.IsType<PayoffResult.Failed>(result);
            return;
        }

        var cards = Assert.IsType<PayoffResult.PaidOff>(result).Cards;
        var expected = new VectorRow(vector.Expected).List("results").ToArray();
        Assert.Equal(expected.Length, cards.Count);
        Assert.All(cards, (card, i) => Figures.AssertPayoff(expected[i], card));
    }

    private static void AssertPeriod(VectorRow expected, BillingPeriod actual) =>
        Assert.Equal((expected.Date("start"), expected.Date("end"), expected.Date("payment_date")), (actual.Start, actual.End, actual.PaymentDate));
}
