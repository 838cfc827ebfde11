using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Accounts;

[Trait("Category", "Vectors")]
public sealed class BalanceHistoryVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "charts";

    [Theory]
    [Vectors(Area, "account_balances")]
    public void The_chart_of_balances(VectorCase vector)
    {
        var world = new VectorRow(vector.Input);
        var balances = world.List("account_balances").Select(b => new BalanceRow(b.Id, b.Number("account_id")!.Value, b.Instant("overall_date")!.Value, b.Money("ledger")));
        AssertChart(vector, BalanceHistory.Draw(world.List("accounts").ToDictionary(a => a.Id, a => a.Text("name")!), balances));
    }

    [Theory]
    [VectorsOnBothEngines(Area, "account_balances")]
    public async Task The_chart_of_balances_from_the_database(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        AssertChart(vector, await new BalanceHistory(context).ReadAsync(default));
    }

    /// <summary>Upstream drops the first day (spec/domain.md D 19): it is checked against the world, all others against the vector.</summary>
    private static void AssertChart(VectorCase vector, BalanceChart chart)
    {
        KnownDifferences.Rule(Area, "balance-chart-keeps-its-first-day");
        var rows = new VectorRow(vector.Input).List("account_balances").OrderBy(b => b.Instant("overall_date")).ThenBy(b => b.Id).ToList();
        var expected = vector.Expected.GetProperty("data").EnumerateArray().Select(Line).ToList();
        if (rows.Count > 0)
        {
            expected.Insert(0, FirstDay(vector, rows));
            Assert.Equal(vector.Expected.GetProperty("keys").EnumerateArray().Select(k => k.GetString()), chart.Names);
        }

        Assert.Equal(expected, chart.Days.Select(day => Line(day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), chart.Names.Zip(day.Ledgers))));
    }

    private static string FirstDay(VectorCase vector, List<VectorRow> rows)
    {
        var first = rows[0].Instant("overall_date")!.Value.Date;
        var ofDay = rows.Where(r => r.Instant("overall_date")!.Value.Date == first).ToLookup(r => r.Number("account_id"), r => r.Money("ledger") ?? 0m);
        var values = new VectorRow(vector.Input).List("accounts").Select(a => (a.Text("name")!, ofDay.Contains(a.Id) ? (decimal?)ofDay[a.Id].Last() : null));
        return Line(first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), values);
    }

    private static string Line(JsonElement item) =>
        Line(item.GetProperty("date").GetString()!, item.EnumerateObject().Where(p => p.Name != "date").Select(p => (p.Name, p.Value.ValueKind == JsonValueKind.Null ? (decimal?)null : p.Value.GetDecimal())));

    private static string Line(string date, IEnumerable<(string Name, decimal? Ledger)> values) =>
        $"{date} {string.Join(", ", values.OrderBy(v => v.Name, StringComparer.Ordinal).Select(v => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Name} {v.Ledger:0.0000}")))}";
}
