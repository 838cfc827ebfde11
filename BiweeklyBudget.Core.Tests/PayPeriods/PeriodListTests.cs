using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>Properties of lists and sums, and the data that upstream stumbles over.</summary>
public sealed class PeriodListTests
{
    private static readonly DateOnly Start = new(2017, 4, 7);

    private static readonly DateOnly Today = new(2017, 4, 10);

    private static readonly Gen<decimal> Amount = Gen.Int[-500_000, 500_000].Select(n => n / 100m);

    [Fact]
    public void Two_splits_of_one_budget_show_as_one_share_with_their_sum()
    {
        var view = new PeriodBuilder().Periodic(1, 100m).Periodic(2, 0m).Transaction(Start, [(1, 10m), (2, 12m), (1, 5m)]).Calculate(Start, Today);
        Assert.Equal([(1, 15m), (2, 12m)], view.Entries[0].Budgets.Select(b => (b.BudgetId, b.Amount)));
        Assert.Equal(27m, view.Entries[0].Amount);
        Assert.Equal(15m, view.Budgets[0].Spent);
    }

    [Fact]
    public void Shares_come_largest_first()
    {
        var view = new PeriodBuilder().Periodic(1, 0m).Periodic(2, 0m).Periodic(3, 0m).Transaction(Start, [(1, -3m), (2, 8m), (3, 5m)]).Calculate(Start, Today);
        Assert.Equal([2, 3, 1], view.Entries[0].Budgets.Select(b => b.BudgetId));
    }

    [Fact]
    public void A_transaction_without_splits_is_listed_with_nothing()
    {
        var view = new PeriodBuilder().Periodic(1, 100m).Transaction(Start, [], budgeted: 5m).Calculate(Start, Today);
        Assert.Equal((0m, 0), (view.Entries[0].Amount, view.Entries[0].Budgets.Count));
        Assert.Equal((0m, 0m, 100m), (view.Budgets[0].Allocated, view.Budgets[0].TransactionTotal, view.Budgets[0].Remaining));
    }

    [Fact]
    public void A_split_on_a_budget_that_is_gone_counts_in_the_amount_only()
    {
        var view = new PeriodBuilder().Periodic(1, 100m).Transaction(Start, [(99, 7m), (1, 3m)]).Calculate(Start, Today);
        Assert.Equal(10m, view.Entries[0].Amount);
        Assert.Equal([(1, 3m)], view.Entries[0].Budgets.Select(b => (b.BudgetId, b.Amount)));
    }

    [Fact]
    public void A_plan_on_a_standing_budget_reaches_no_sum()
    {
        var view = new PeriodBuilder().Periodic(1, 100m).Standing(2).Transaction(Start, [(1, 30m)], budgeted: 40m, planned: 2).Calculate(Start, Today);
        Assert.Equal([(1, 0m, 30m, 70m)], view.Budgets.Select(b => (b.BudgetId, b.Allocated, b.Spent, b.Remaining)));
    }

    [Fact]
    public void Inactive_periodic_budgets_appear_where_they_are_used()
    {
        var builder = new PeriodBuilder().Periodic(1, 100m).Periodic(2, 50m, isActive: false).Periodic(3, 60m, isActive: false).Transaction(Start, [(2, 30m)]);
        Assert.Equal([(1, true), (2, false)], builder.Calculate(Start, Today).Budgets.Select(b => (b.BudgetId, b.IsActive)));
    }

    [Fact]
    public void Open_occurrences_say_how_many_of_how_many_are_left()
    {
        var view = new PeriodBuilder().Periodic(1, 0m).Scheduled(new Schedule(NumberPerPeriod: 3), 1, 10m).Transaction(Start, [(1, 10m)], budgeted: 10m, planned: 1, from: 1).Calculate(Start, Today);
        Assert.Equal([(2, 3, "3 per period"), (2, 3, "3 per period")], view.Entries.Where(e => e.Kind == PeriodEntryKind.Scheduled).Select(e => (e.Remaining, e.Planned, e.Recurrence)));
    }

    [Fact]
    public void Per_period_schedules_of_one_amount_come_by_their_number()
    {
        var view = new PeriodBuilder().Periodic(1, 0m).Scheduled(new Schedule(NumberPerPeriod: 2), 1, 10m).Scheduled(new Schedule(NumberPerPeriod: 1), 1, 10m).Scheduled(new Schedule(NumberPerPeriod: 1), 1, 4m).Calculate(Start, Today);
        Assert.Equal([3, 2, 1, 1], view.Entries.Select(e => e.Id));
    }

    [Fact]
    public void A_list_is_sorted_and_complete() => Situation().Sample(situation =>
    {
        var entries = situation.Builder.Calculate(Start, Today).Entries;
        Assert.Equal(situation.Transactions, entries.Count(e => e.Kind == PeriodEntryKind.Transaction));
        Assert.Equal(entries.OrderBy(e => e.Date ?? DateOnly.MinValue).ThenBy(e => e.Amount).Select(e => (e.Date, e.Amount)), entries.Select(e => (e.Date, e.Amount)));
    });

    [Fact]
    public void The_remaining_figures_follow_from_the_entries() => Situation().Sample(situation =>
    {
        var view = situation.Builder.Calculate(Start, Today);
        Assert.All(view.Budgets, budget =>
        {
            var total = view.Entries.SelectMany(e => e.Budgets).Where(b => b.BudgetId == budget.BudgetId).Sum(b => b.Amount);
            var spent = view.Entries.Where(e => e.Kind == PeriodEntryKind.Transaction).SelectMany(e => e.Budgets).Where(b => b.BudgetId == budget.BudgetId).Sum(b => b.Amount);
            Assert.Equal((total, spent), (budget.TransactionTotal, budget.Spent));
            var remaining = budget.Amount - (total > budget.Allocated ? total : budget.Allocated);
            Assert.Equal(budget.IsIncome && remaining < 0 ? -remaining : remaining, budget.Remaining);
        });
        var expenses = view.Budgets.Where(b => !b.IsIncome).ToList();
        Assert.Equal(expenses.Sum(b => b.Spent), view.Totals.Spent);
        Assert.Equal(view.Totals.Income - expenses.Sum(b => b.TransactionTotal > b.Amount ? b.TransactionTotal : b.Amount), view.Totals.Remaining);
    });

    private static Gen<(PeriodBuilder Builder, int Transactions)> Situation() =>
        from budgets in Gen.Select(Amount, Amount, Amount)
        from transactions in Gen.Select(Gen.Int[0, 13], Gen.Select(Gen.Int[1, 4], Amount).Array[0, 3], Gen.Bool, Amount, Gen.Int[1, 6]).Array[0, 12]
        from scheduled in Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Amount).Array[0, 5]
        select (Build(budgets, transactions, scheduled), transactions.Length);

    private static PeriodBuilder Build((decimal, decimal, decimal) budgets, (int Day, (int, decimal)[] Splits, bool IsBudgeted, decimal Budgeted, int From)[] transactions, (int Type, int Budget, decimal Amount)[] scheduled)
    {
        var builder = new PeriodBuilder().Income(1, budgets.Item1).Periodic(2, budgets.Item2).Periodic(3, budgets.Item3, isActive: false).Standing(4);
        foreach (var (type, budget, amount) in scheduled)
        {
            builder.Scheduled(type switch { 0 => new Schedule(DayOfMonth: 9), 1 => new Schedule(DayOfWeek: 2), 2 => new Schedule(NumberPerPeriod: 3), _ => new Schedule(AnnualMonth: 4, AnnualDay: 18) }, budget, amount);
        }

        foreach (var (day, splits, isBudgeted, budgeted, from) in transactions)
        {
            builder.Transaction(Start.AddDays(day), splits, isBudgeted ? budgeted : null, isBudgeted && from % 2 == 0 ? 1 + (from % 4) : null, from <= scheduled.Length ? from : null);
        }

        return builder;
    }
}
