using BenchmarkDotNet.Attributes;
using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Benchmarks;

/// <summary>Twelve cards that take about forty years, with every method that the page shows: all of them together may take 30 ms.</summary>
[MemoryDiagnoser]
public class PayoffBenchmarks
{
    private const int Cards = 12;
    private const int FortyYears = 480;

    private static readonly PayoffMethod[] Methods = [.. PayoffMethod.Offered, new CustomOrderMethod([.. Enumerable.Range(0, Cards).Reverse()])];

    private CardStatement[] _statements = [];
    private PaymentPlan _plan = new(0m);

    [GlobalSetup]
    public void Setup()
    {
        var period = BillingPeriod.Of(new DateOnly(2017, 7, 27));
        _statements = [.. Enumerable.Range(0, Cards).Select(i => Opening(5_000m + (1_250.55m * i), 0.06m + (0.0025m * i), period))];
        _plan = new PaymentPlan(_statements.Sum(s => s.MinimumDue));
        foreach (var method in Methods)
        {
            var result = PayoffSimulation.Run(method, _statements, _plan);
            if (result is not PayoffResult.PaidOff { Months: > FortyYears - 24 })
            {
                throw new InvalidOperationException($"{method.Name} does not take forty years: {result}");
            }
        }
    }

    [Benchmark]
    public int AllMethods()
    {
        var months = 0;
        foreach (var method in Methods)
        {
            months += ((PayoffResult.PaidOff)PayoffSimulation.Run(method, _statements, _plan)).Months;
        }

        return months;
    }

    private static CardStatement Opening(decimal debt, decimal apr, BillingPeriod period) =>
        new(new CardTerms(new AdbCompoundedDaily(), apr, LevelPayment.For(debt, apr, FortyYears)), period, debt, debt * apr / 12);
}
