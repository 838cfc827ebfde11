using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Calendar;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

[Trait("Category", "Vectors")]
public sealed class PeriodEntriesVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "period_transactions";

    [Fact]
    public void Every_kind_is_run() => Assert.Empty(VectorKinds.NotRunBy(typeof(PeriodEntriesVectorTests), Area));

    [Theory]
    [Vectors(Area, "merge")]
    public void The_list_of_a_period(VectorCase vector)
    {
        var rows = WorldRows.Of(vector.Input);
        Assert.Equal(Expected(vector), PeriodEntries.Merge(Period(vector), rows.Transactions, rows.Schedules, rows.Budgets).Select(Line));
    }

    [Theory]
    [VectorsOnBothEngines(Area, "merge")]
    public async Task The_list_of_a_period_from_the_database(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        var views = await new PayPeriodForecast(context).ReadAsync(Period(vector).FromTheOneBefore(5), Period(vector).Start, default);
        Assert.Equal(Expected(vector), views[1].Entries.Select(Line));
    }

    private static PayPeriod Period(VectorCase vector) => Fortnights.Beginning(new VectorRow(vector.Input).Date("period_start")!.Value);

    private static List<EntryLine> Expected(VectorCase vector)
    {
        var lines = vector.Expected.EnumerateArray().Select(e => Line(new VectorRow(e))).ToList();
        var moved = lines.Select(line => line.ScheduleType == "weekly" ? line with { Date = OpenDate(vector, line) } : line).ToList();
        if (moved.SequenceEqual(lines))
        {
            return lines;
        }

        KnownDifferences.Rule(Area, "weekly-nearest-occurrence");
        return [.. moved.OrderBy(l => l.Date ?? DateOnly.MinValue).ThenBy(l => l.Amount).ThenBy(l => Array.IndexOf(["weekly", null, "date", "monthly", "annual"], l.ScheduleType))];
    }

    /// <summary>
    /// Upstream shows the first weekday for what one conversion left; it must be the one that is farther from the conversion
    /// (spec/domain.md D 14).
    /// </summary>
    private static DateOnly? OpenDate(VectorCase vector, EntryLine line)
    {
        var period = Period(vector);
        var conversions = new VectorRow(vector.Input).List("transactions")
            .Where(t => t.Number("scheduled_id") == line.Id && period.Contains(t.Date("date")!.Value))
            .Select(t => t.Date("date")!.Value.DayNumber)
            .ToList();
        if (conversions.Count != 1)
        {
            return line.Date;
        }

        var (first, second) = (line.Date!.Value, line.Date.Value.AddDays(7));
        return Math.Abs(conversions[0] - first.DayNumber) < Math.Abs(conversions[0] - second.DayNumber) ? second : first;
    }

    private static EntryLine Line(PeriodEntry entry) => new(
        entry.Kind == PeriodEntryKind.Transaction ? "Transaction" : "ScheduledTransaction",
        entry.Id,
        entry.Date,
        ScheduleTypeNames.Of(entry.ScheduleType),
        entry.ScheduledTransactionId,
        entry.Description,
        entry.Amount,
        entry.BudgetedAmount,
        entry.AccountId,
        entry.AccountName,
        entry.ReconciliationId,
        entry.PlannedBudgetId,
        entry.PlannedBudgetName,
        EntryLine.Shares(entry.Budgets.Select(b => (b.BudgetId, b.BudgetName, b.Amount))));

    private static EntryLine Line(VectorRow entry) => new(
        entry.Text("type"),
        entry.Id,
        entry.Date("date"),
        entry.Text("sched_type"),
        entry.Number("sched_trans_id"),
        entry.Text("description"),
        entry.Money("amount")!.Value,
        entry.Money("budgeted_amount"),
        entry.Number("account_id"),
        entry.Text("account_name"),
        entry.Number("reconcile_id"),
        entry.Number("planned_budget_id"),
        entry.Text("planned_budget_name"),
        EntryLine.Shares(entry.Json.GetProperty("budgets").EnumerateObject().Select(b => (int.Parse(b.Name, System.Globalization.CultureInfo.InvariantCulture), new VectorRow(b.Value).Text("name")!, new VectorRow(b.Value).Money("amount")!.Value))));
}
