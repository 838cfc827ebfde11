using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Tests.Calendar;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Scheduling;

[Trait("Category", "Vectors")]
public sealed class ScheduleVectorTests
{
    private const string Area = "scheduled";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(ScheduleVectorTests), Area));

    [Theory]
    [Vectors(Area, "occurrences")]
    public void The_occurrences_of_a_schedule_in_a_period(VectorCase vector)
    {
        var period = Fortnights.Beginning(new VectorRow(vector.Input).Date("period_start")!.Value);
        var scheduled = vector.Input.GetProperty("is_active").GetBoolean()
            ? new[] { new ScheduledRow(1, WorldRows.Schedule(new VectorRow(vector.Input.GetProperty("schedule"))), "scheduled", 1m, 1, "account", 1, 0m, null) }
            : [];
        var dates = PeriodEntries.Merge(period, [], scheduled, new Dictionary<int, BudgetRow>()).Select(e => e.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(vector.Expected.GetProperty("dates").EnumerateArray().Select(d => d.GetString()), dates);
    }
}
