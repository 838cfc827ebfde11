using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Calendar;

[Trait("Category", "Vectors")]
public sealed class RecurrenceVectorTests
{
    private const string Area = "recurrence";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(RecurrenceVectorTests), Area));

    [Theory]
    [Vectors(Area, "describe")]
    public void The_type_and_the_short_text(VectorCase vector)
    {
        var schedule = WorldRows.Schedule(new VectorRow(vector.Input));
        Assert.Equal((vector.Expected.GetProperty("type").GetString(), vector.Expected.GetProperty("text").GetString()), (ScheduleTypeNames.Of(schedule.Type), schedule.Describe()));
    }

    [Theory]
    [Vectors(Area, "validate")]
    public void Whether_a_scheduled_transaction_may_hold_it(VectorCase vector)
    {
        var schedule = WorldRows.Schedule(new VectorRow(vector.Input));
        var expected = vector.Expected.GetProperty("valid").GetBoolean();
        if (expected && IsDayOfNoYear(schedule))
        {
            expected = KnownDifferences.Rule(Area, "impossible-annual-date-is-refused") is null;
        }

        Assert.Equal(expected, schedule.IsValid);
    }

    [Theory]
    [Vectors(Area, "ordinal_suffix")]
    public void The_suffix_of_an_ordinal_number(VectorCase vector) =>
        Assert.Equal(vector.Expected.GetProperty("suffix").GetString(), OrdinalNumber.Suffix(vector.Input.GetProperty("n").GetInt32()));

    private static bool IsDayOfNoYear(Schedule schedule) => (schedule.AnnualMonth, schedule.AnnualDay) is (2, > 29) or (4 or 6 or 9 or 11, > 30);
}
