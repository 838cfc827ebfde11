using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Reads the vectors of the area <c>interest</c> and compares with them.</summary>
internal static class Figures
{
    /// <summary>How far a figure may be off: the issue's own limit.</summary>
    public const decimal Tolerance = 0.000000000001m;

    public static void AssertClose(decimal expected, decimal actual) => Assert.True(Math.Abs(expected - actual) <= Tolerance, $"expected {expected}, got {actual}");

    public static void AssertPayoff(VectorRow expected, CardPayoff actual)
    {
        Assert.Equal(expected.Number("months"), actual.Months);
        AssertClose(expected.Money("total_payments")!.Value, actual.TotalPayments);
        AssertClose(expected.Money("total_interest")!.Value, actual.TotalInterest);
        AssertClose(expected.Money("next_payment")!.Value, actual.NextPayment);
    }

    public static PayoffMethod Method(string name) => name == nameof(FixedPaymentMethod) ? new FixedPaymentMethod() : PayoffMethod.Offered.Single(m => m.Name == name);

    public static DatedAmount[] Amounts(VectorRow row, string name) => [.. row.List(name).Select(a => new DatedAmount(a.Date("date")!.Value, a.Money("amount")!.Value))];

    public static PaymentPlan Plan(VectorRow row) => new(row.Money("max_total") ?? 0m, Amounts(row, "increases"), Amounts(row, "onetimes"));

    public static InterestMethod Interest(string? name) => name == "Flat" ? new FlatInterest() : InterestMethod.Find(name)!;

    public static CardStatement Statement(VectorRow row)
    {
        var formula = row.Text("min_payment_formula");
        var minimum = formula == "Flat" ? new FlatMinimum(row.Money("flat_min_payment")!.Value) : MinimumPayment.Find(formula)!;
        return new CardStatement(
            new CardTerms(Interest(row.Text("interest_method")), row.Money("apr")!.Value, minimum),
            BillingPeriod.Of(row.Date("statement_date")!.Value),
            row.Money("balance")!.Value,
            row.Money("interest")!.Value);
    }
}
