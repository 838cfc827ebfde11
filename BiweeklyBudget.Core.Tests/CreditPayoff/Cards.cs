using BiweeklyBudget.Core.CreditPayoff;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Random cards for property tests.</summary>
internal static class Cards
{
    /// <summary>Rules whose payment never falls faster than the balance. Citi's is rounded to whole units and does.</summary>
    public static readonly MinimumPayment[] SteadyRules = [MinimumPayment.Find("MinPaymentAmEx")!, MinimumPayment.Find("MinPaymentDiscover")!];

    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 70].Select(days => new DateOnly(2017, 6, 1).AddDays(days));

    public static Gen<CardStatement[]> Of(MinimumPayment[] rules, decimal highestRate = 0.4m, int most = 6) => One(rules, highestRate).Array[1, most];

    public static PayoffMethod[] Methods(int cards) => [.. PayoffMethod.Offered, new CustomOrderMethod([.. Enumerable.Range(0, cards).Reverse()])];

    public static decimal MinimumSum(CardStatement[] cards) => cards.Sum(card => card.MinimumDue);

    private static Gen<CardStatement> One(MinimumPayment[] rules, decimal highestRate) =>
        Gen.Select(
            Gen.Int[0, InterestMethod.All.Count - 1],
            Gen.Int[0, rules.Length - 1],
            Gen.Int[0, (int)(highestRate * 10_000m)],
            Gen.Int[1, 1_500_000],
            Gen.Int[0, 100],
            Dates,
            (interest, rule, rate, cents, percent, date) =>
            {
                // The last charge lies between nothing and twice a month's interest.
                var (apr, balance) = (rate / 10_000m, cents / 100m);
                var charge = decimal.Round(balance * apr / 12 * percent / 50, 2);
                return new CardStatement(new CardTerms(InterestMethod.All[interest], apr, rules[rule]), BillingPeriod.Of(date), balance, charge);
            });
}
