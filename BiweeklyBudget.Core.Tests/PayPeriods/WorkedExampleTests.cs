using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>The worked examples of spec/domain.md §5.4.</summary>
public sealed class WorkedExampleTests
{
    private static readonly DateOnly Start = new(2017, 4, 7);

    private static readonly DateOnly TestClock = new(2017, 7, 28);

    [Fact]
    public void Example_1_sums_a_past_period()
    {
        var view = Example1().Calculate(Start, TestClock);

        // 3: split 100 + per period 99 = 199; the budgeted 100 goes to the first split's budget: 99 + 100 = 199.
        // 4: total 50 + 250 + 250 + 600 = 1150, spent 900; allocated 250 + 250 + 500 = 1000; 500 - 1150 = -650.
        // 5: total 2 + 3 = 5, allocated 2 + 1 = 3; 100 - 5 = 95.
        Assert.Equal(
            [Sum(2, 123.45m, 0, 0, 0, 123.45m, isIncome: true), Sum(3, 0, 199, 100, 199, 199, isIncome: true), Sum(4, 500, 1000, 900, 1150, -650), Sum(5, 100, 3, 3, 5, 95)],
            view.Budgets);

        // Income 123.45 + 199; allocated 1000 + max(3, 100); spent 900 + 3; past: 322.45 - 903.
        Assert.Equal(new PeriodTotals(322.45m, 1100m, 903m, -580.55m), view.Totals);
        Assert.True(view.IsPast);
    }

    [Fact]
    public void Example_1_lists_by_date_and_amount()
    {
        var view = Example1().Calculate(Start, TestClock);
        Assert.Equal(
            [(null, 99m), (Start, 150m), (Start.AddDays(2), 2m), (Start.AddDays(3), 250m), (Start.AddDays(4), 250m), (Start.AddDays(5), 600m), (Start.AddDays(6), 3m)],
            view.Entries.Select(e => (e.Date, e.Amount)));
    }

    [Fact]
    public void Example_1_with_a_further_transaction_above_its_plan()
    {
        var view = Example1().Transaction(Start, [(5, 2032.00m)], budgeted: 32m, planned: 5).Calculate(Start, TestClock);

        // 5: allocated 3 + 32, spent 3 + 2032, total 5 + 2032; 100 - 2037.
        Assert.Equal(Sum(5, 100, 35, 2035, 2037, -1937), view.Budgets.Single(b => b.BudgetId == 5));
        Assert.Equal(new PeriodTotals(322.45m, 1100m, 2935m, -2612.55m), view.Totals);
    }

    [Fact]
    public void Example_2_sums_a_future_period_by_what_is_committed()
    {
        var view = Example2().Calculate(new DateOnly(2020, 4, 3), TestClock);

        // Allocated 500 + 100; income 123.45 + 99; committed 500 + 100: 222.45 - 600.
        Assert.Equal(Sum(3, 0, 99, 0, 99, 99, isIncome: true), view.Budgets.Single(b => b.BudgetId == 3));
        Assert.Equal(Sum(5, 100, 2, 0, 2, 98), view.Budgets.Single(b => b.BudgetId == 5));
        Assert.Equal(new PeriodTotals(222.45m, 600m, 0m, -377.55m), view.Totals);
        Assert.False(view.IsPast);
    }

    [Fact]
    public void Example_2_with_a_scheduled_amount_on_a_budget_of_nothing()
    {
        var view = Example2().Periodic(6, 0m).Scheduled(new Schedule(NumberPerPeriod: 1), 6, 2.00m).Calculate(new DateOnly(2020, 4, 3), TestClock);
        Assert.Equal(new PeriodTotals(222.45m, 602m, 0m, -379.55m), view.Totals);
    }

    [Fact]
    public void Example_2_after_the_conversion_counts_what_was_really_spent()
    {
        var start = new DateOnly(2020, 4, 3);
        var view = Example2().Periodic(6, 0m).Scheduled(new Schedule(NumberPerPeriod: 1), 6, 2.00m)
            .Transaction(start, [(6, 200m)], budgeted: 2.00m, planned: 6, from: 3).Calculate(start, TestClock);

        // 6: allocated 2, total 200. The period: 222.45 - (500 + 100 + 200).
        Assert.Equal(Sum(6, 0, 2, 200, 200, -200), view.Budgets.Single(b => b.BudgetId == 6));
        Assert.Equal(new PeriodTotals(222.45m, 602m, 200m, -577.55m), view.Totals);
    }

    [Theory]
    [InlineData(true, "1156.79")]
    [InlineData(false, "288.68")]
    public void Example_3_totals_given_sums(bool isPast, string remaining)
    {
        BudgetSum[] sums = [Sum(1, 123.45m, 53.53m, 44.44m, 55.55m, 0), Sum(2, 10m, 33.33m, 33.33m, 33.33m, 0), Sum(3, 789.10m, 0, 0, 0, 0), Sum(4, 0, -1192.56m, -254.38m, -1234.56m, 0, isIncome: true)];

        // Allocated 123.45 + 33.33 + 789.10; spent 44.44 + 33.33; past 1234.56 - 77.77, else 1234.56 - (123.45 + 33.33 + 789.10).
        Assert.Equal(new PeriodTotals(1234.56m, 945.88m, 77.77m, decimal.Parse(remaining, System.Globalization.CultureInfo.InvariantCulture)), PeriodTotals.Of(sums, isPast));
    }

    [Fact]
    public void Example_4_splits_with_and_without_a_plan()
    {
        var view = new PeriodBuilder().Periodic(1, 123.45m).Periodic(2, 456.78m)
            .Scheduled(new Schedule(NumberPerPeriod: 1), 1, 11.11m)
            .Transaction(Start, [(1, 20.00m), (2, 2.22m)])
            .Transaction(Start, [(1, 22.22m)], budgeted: 20.20m, planned: 1)
            .Transaction(Start, [(2, 33.33m)], budgeted: 33.33m, planned: 2)
            .Calculate(Start, TestClock);

        // 1: allocated 11.11 + 20.00 + 20.20, spent 20.00 + 22.22, total 11.11 + 42.22; 123.45 - 53.33.
        Assert.Equal([Sum(1, 123.45m, 51.31m, 42.22m, 53.33m, 70.12m), Sum(2, 456.78m, 35.55m, 35.55m, 35.55m, 421.23m)], view.Budgets);
    }

    private static PeriodBuilder Budgets() => new PeriodBuilder().Income(2, 123.45m).Income(3, 0m).Periodic(4, 500m).Periodic(5, 100m).Standing(1);

    private static PeriodBuilder Example1() => Budgets()
        .Scheduled(new Schedule(NumberPerPeriod: 1), 3, 99m)
        .Scheduled(new Schedule(Date: new DateOnly(2017, 4, 10)), 4, 250m)
        .Scheduled(new Schedule(DayOfMonth: 9), 5, 2.00m)
        .Transaction(Start, [(3, 100m), (4, 50m)], budgeted: 100m)
        .Transaction(new DateOnly(2017, 4, 11), [(4, 250m)])
        .Transaction(new DateOnly(2017, 4, 12), [(4, 600m)], budgeted: 500m, planned: 4)
        .Transaction(new DateOnly(2017, 4, 13), [(5, 3.00m)], budgeted: 1.00m, planned: 5);

    private static PeriodBuilder Example2() => Budgets().Scheduled(new Schedule(NumberPerPeriod: 1), 3, 99m).Scheduled(new Schedule(DayOfMonth: 9), 5, 2.00m);

    private static BudgetSum Sum(int id, decimal amount, decimal allocated, decimal spent, decimal total, decimal remaining, bool isIncome = false) =>
        new(id, $"Budget {id}", isIncome, IsActive: true, amount, allocated, spent, total, remaining);
}
