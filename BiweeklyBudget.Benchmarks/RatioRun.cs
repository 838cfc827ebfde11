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
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Prints a line of a Markdown table for each case.</summary>
    /// <param name="kind">The engine.</param>
    /// <param name="transactions">How many transactions the history has.</param>
    /// <param name="chosen">Names of the cases, or parts of them; none for all.</param>
    public static async Task RunAsync(DatabaseEngine kind, int transactions, IReadOnlyCollection<string> chosen)
    {
        await using var database = await TestDatabase.CreatedAsync(kind);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = transactions });
        foreach (var measured in CasesOn(kind, database.Url, transactions, chosen))
        {
            var (ours, twin) = await MeasureAsync(measured);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {NameOf(kind)} | {transactions:#,0} | {measured.Name} | {ours:0.00} | {twin:0.00} | {ours / twin:0.00} |"));
        }
    }

    /// <summary>Prints the same of the engine alone, on a history of as many years as there are rows for and on the usual one of ten years, in turn.</summary>
    /// <param name="kind">The engine.</param>
    /// <param name="transactions">How many transactions the longer history has.</param>
    /// <param name="folder">Where histories on SQLite are kept.</param>
    /// <param name="chosen">Names of the cases, or parts of them; none for all.</param>
    public static async Task RunGrowthAsync(DatabaseEngine kind, int transactions, string folder, IReadOnlyCollection<string> chosen)
    {
        const int Usual = 100_000;
        var few = CasesOn(kind, await MeasuredDatabase.KeptAsync(kind, Usual, folder), Usual, chosen);
        var many = CasesOn(kind, await MeasuredDatabase.KeptAsync(kind, transactions, folder), transactions, chosen);
        foreach (var (ofFew, ofMany) in few.Zip(many))
        {
            var (before, after) = await MeasureAsync(ofFew.Ours, ofMany.Ours, (_, _) => true, ofFew.Name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {NameOf(kind)} | {ofMany.Name} | {before:0.00} | {after:0.00} | {after / before:0.00} |"));
        }
    }

    private static string NameOf(DatabaseEngine kind) => kind == DatabaseEngine.Sqlite ? "SQLite" : "MariaDB";

    private static IEnumerable<MeasuredCase> CasesOn(DatabaseEngine kind, string url, int transactions, IReadOnlyCollection<string> chosen)
    {
        var settings = new BudgetSettings { ConnectionString = url, PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 1, 1), FrozenTime = new DateTimeOffset(MeasuredCases.Today, new TimeOnly(6, 0), TimeSpan.Zero) };
        var byHand = new Twin(kind, kind == DatabaseEngine.Sqlite
            ? "Data Source=" + url["sqlite:///".Length..]
            : new MySqlConnectionStringBuilder(MariaDbServer.Shared.AdoConnectionString(url.Split('/')[^1].Split('?')[0])) { ConnectionReset = false }.ConnectionString);
        return new MeasuredCases(BudgetEngine.Create(settings, NullLoggerFactory.Instance), byHand, transactions).All().Where(one => chosen.Count == 0 || chosen.Any(name => one.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static Task<(double Ours, double Twin)> MeasureAsync(MeasuredCase measured) => MeasureAsync(measured.Ours, measured.Twin, (figure, byHand) => figure == byHand, measured.Name);

    private static async Task<(double One, double Other)> MeasureAsync(Func<Task<decimal>> one, Func<Task<decimal>> other, Func<decimal, decimal, bool> areRight, string name)
    {
        var warmUpBegan = Stopwatch.GetTimestamp();
        for (var warmUp = 0; warmUp < 3 || Stopwatch.GetElapsedTime(warmUpBegan) < WarmUp; warmUp++)
        {
            var (figure, otherFigure) = (await one(), await other());
            if (!areRight(figure, otherFigure))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {figure} by the engine, {otherFigure} by hand."));
            }
        }

        List<double> ofOne = [], ofOther = [];
        var began = Stopwatch.GetTimestamp();
        while (ofOne.Count < 5 || (Stopwatch.GetElapsedTime(began) < Longest && ofOne.Count < 2_000))
        {
            ofOne.Add(await TimeAsync(one));
            ofOther.Add(await TimeAsync(other));
        }

        return (Median(ofOne), Median(ofOther));
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
