using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Calendar;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

[Trait("Category", "Vectors")]
public sealed class BudgetSumsVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "budget_sums";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(BudgetSumsVectorTests), Area));

    [Theory]
    [Vectors(Area, "period_sums")]
    public void The_sums_of_a_period(VectorCase vector)
    {
        var (period, today) = Situation(vector);
        AssertSums(vector, PayPeriodForecast.Calculate([period], today, WorldRows.Of(vector.Input))[0]);
    }

    [Theory]
    [VectorsOnBothEngines(Area, "period_sums")]
    public async Task The_sums_of_a_period_from_the_database(VectorCase vector, DatabaseEngine engine)
    {
        var (period, today) = Situation(vector);
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        AssertSums(vector, (await new PayPeriodForecast(context).ReadAsync(period.FromTheOneBefore(5), today, default))[1]);
    }

    [Theory]
    [Vectors(Area, "overall_from_budget_sums")]
    public void The_totals_of_given_sums(VectorCase vector)
    {
        var budgets = vector.Input.GetProperty("budget_sums").EnumerateObject().Select(b => Sum(b, 0m)).ToList();
        Assert.Equal(Totals(vector.Expected), PeriodTotals.Of(budgets, vector.Input.GetProperty("is_in_past").GetBoolean()));
    }

    private static (PayPeriod Period, DateOnly Today) Situation(VectorCase vector)
    {
        var input = new VectorRow(vector.Input);
        var today = input.Instant("now") is { } now ? DateOnly.FromDateTime(now) : new DateOnly(2017, 7, 28);
        return (Fortnights.Beginning(input.Date("period_start")!.Value), today);
    }

    private static void AssertSums(VectorCase vector, PayPeriodFigures view)
    {
        Assert.Equal(vector.Expected.GetProperty("is_in_past").GetBoolean(), view.IsPast);
        var expected = vector.Expected.GetProperty("budget_sums").EnumerateObject().Select(b => Sum(b, new VectorRow(b.Value).Money("remaining")!.Value)).OrderBy(b => b.BudgetId);
        Assert.Equal(expected, view.Budgets.Select(b => b with { Name = "", IsActive = true }));
        Assert.Equal(Totals(vector.Expected.GetProperty("overall_sums")), view.Totals);
    }

    private static BudgetSum Sum(JsonProperty budget, decimal remaining)
    {
        var figures = new VectorRow(budget.Value);
        return new BudgetSum(
            int.Parse(budget.Name, CultureInfo.InvariantCulture),
            "",
            budget.Value.GetProperty("is_income").GetBoolean(),
            IsActive: true,
            figures.Money("budget_amount")!.Value,
            figures.Money("allocated")!.Value,
            figures.Money("spent")!.Value,
            figures.Money("trans_total")!.Value,
            remaining);
    }

    private static PeriodTotals Totals(JsonElement sums)
    {
        var figures = new VectorRow(sums);
        return new PeriodTotals(figures.Money("income")!.Value, figures.Money("allocated")!.Value, figures.Money("spent")!.Value, figures.Money("remaining")!.Value);
    }
}
