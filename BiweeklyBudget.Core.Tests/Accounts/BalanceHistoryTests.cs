using BiweeklyBudget.Core.Accounts;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class BalanceHistoryTests
{
    private static readonly Dictionary<int, string> Names = new() { [1] = "b", [2] = "A", [3] = "c" };

    [Fact]
    public void Without_balances_the_chart_is_empty()
    {
        var chart = BalanceHistory.Draw(Names, []);
        Assert.Empty(chart.Names);
        Assert.Empty(chart.Days);
    }

    [Fact]
    public void A_single_day_is_a_point()
    {
        var chart = BalanceHistory.Draw(Names, [new BalanceRow(1, 2, At(5, 8), 7.5m)]);
        Assert.Equal(["A", "b", "c"], chart.Names);
        Assert.Equal([7.5m, null, null], Assert.Single(chart.Days).Ledgers);
    }

    [Fact]
    public void The_last_balance_of_a_day_counts_and_gaps_repeat_the_one_before()
    {
        var chart = BalanceHistory.Draw(Names, [new BalanceRow(4, 1, At(6, 9), 3m), new BalanceRow(1, 2, At(5, 23), 7m), new BalanceRow(2, 2, At(5, 1), 1m), new BalanceRow(3, 1, At(6, 9), 2m), new BalanceRow(5, 2, At(8, 0), null)]);
        Assert.Equal([new DateOnly(2017, 7, 5), new DateOnly(2017, 7, 6), new DateOnly(2017, 7, 8)], chart.Days.Select(d => d.Date));
        Assert.Equal([7m, null, null], chart.Days[0].Ledgers);
        Assert.Equal([7m, 3m, null], chart.Days[1].Ledgers);
        Assert.Equal([0m, 3m, null], chart.Days[2].Ledgers);
    }

    private static DateTime At(int day, int hour) => new(2017, 7, day, hour, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1000, 1, 1000)]
    [InlineData(1001, 2, 501)]
    [InlineData(2000, 3, 668)]
    [InlineData(36_500, 37, 988)]
    public void Of_very_many_days_every_few_th_one_and_the_last_are_drawn(int count, int together, int points)
    {
        var first = new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var chart = BalanceHistory.Draw(new Dictionary<int, string> { [1] = "Bank", [2] = "Once" }, Enumerable.Range(0, count).Select(n => new BalanceRow(n, 1, first.AddDays(n), n)).Append(new BalanceRow(count, 2, first.AddDays(1), 7m)));
        Assert.Equal((together, points), (chart.Together, chart.Days.Count));
        Assert.Equal((0m, count - 1m), (chart.Days[0].Ledgers[0], chart.Days[^1].Ledgers[0]));
        Assert.Equal(7m, chart.Days[^1].Ledgers[1]);
        Assert.All(chart.Days, day => Assert.Equal(day.Date.DayNumber - DateOnly.FromDateTime(first).DayNumber, day.Ledgers[0]));
    }
}
