using System.Diagnostics;
using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace BiweeklyBudget.Benchmarks;

/// <summary>
/// Measures the cases against their twins: a turn of the one, a turn of the other, so that whatever else the machine does meets both alike. Figures are medians.
/// </summary>
internal static class RatioRun
{
    // As long as the compiler needs to see what is done often, and to compile it well.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Prints a line of a Markdown table for each case.</summary>
    /// <param name="kind">The engine.</param>
    /// <param name="transactions">How many transactions the history has.</param>
    /// <param name="chosen">Names of the cases, or parts of them; none for all.</param>
    public static async Task RunAsync(DatabaseEngine kind, int transactions, IReadOnlyCollection<string> chosen)
    {
        await using var database = await TestDatabase.CreatedAsync(kind);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = transactions });
        var settings = new BudgetSettings { ConnectionString = database.Url, PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 1, 1), FrozenTime = new DateTimeOffset(MeasuredCases.Today, new TimeOnly(6, 0), TimeSpan.Zero) };
        var engine = BudgetEngine.Create(settings, NullLoggerFactory.Instance);
        var byHand = new Twin(kind, kind == DatabaseEngine.Sqlite
            ? "Data Source=" + database.Url["sqlite:///".Length..]
            : new MySqlConnectionStringBuilder(MariaDbServer.Shared.AdoConnectionString(database.Url.Split('/')[^1].Split('?')[0])) { ConnectionReset = false }.ConnectionString);
        foreach (var measured in new MeasuredCases(engine, byHand, transactions).All().Where(one => chosen.Count == 0 || chosen.Any(name => one.Name.Contains(name, StringComparison.OrdinalIgnoreCase))))
        {
            var (ours, twin) = await MeasureAsync(measured);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(kind == DatabaseEngine.Sqlite ? "SQLite" : "MariaDB")} | {transactions:#,0} | {measured.Name} | {ours:0.00} | {twin:0.00} | {ours / twin:0.00} |"));
        }
    }

    private static async Task<(double Ours, double Twin)> MeasureAsync(MeasuredCase measured)
    {
        var warmUpBegan = Stopwatch.GetTimestamp();
        for (var warmUp = 0; warmUp < 3 || Stopwatch.GetElapsedTime(warmUpBegan) < WarmUp; warmUp++)
        {
            var (figure, byHand) = (await measured.Ours(), await measured.Twin());
            if (figure != byHand)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{measured.Name}: {figure} by the engine, {byHand} by hand."));
            }
        }

        List<double> ours = [], twin = [];
        var began = Stopwatch.GetTimestamp();
        while (ours.Count < 5 || (Stopwatch.GetElapsedTime(began) < Longest && ours.Count < 2_000))
        {
            ours.Add(await TimeAsync(measured.Ours));
            twin.Add(await TimeAsync(measured.Twin));
        }

        return (Median(ours), Median(twin));
    }

    private static async Task<double> TimeAsync(Func<Task<decimal>> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
