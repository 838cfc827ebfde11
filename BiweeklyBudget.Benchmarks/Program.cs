using System.Globalization;
using BenchmarkDotNet.Running;
using BiweeklyBudget.Benchmarks;
using BiweeklyBudget.Core.Storage;

// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- --filter '*Payoff*'
// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- fill sqlite:///big.db big 100000
// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- ratios sqlite 100000 home
// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- growth sqlite 1000000 artifacts/bench period
switch (args)
{
    case ["fill", var url, var size, var transactions]:
        await MeasuredDatabase.FillAsync(url, size, int.Parse(transactions, CultureInfo.InvariantCulture));
        break;
    case ["ratios", var engine, var transactions, .. var cases]:
        await RatioRun.RunAsync(engine == "sqlite" ? DatabaseEngine.Sqlite : DatabaseEngine.MySql, int.Parse(transactions, CultureInfo.InvariantCulture), cases);
        break;
    case ["growth", var engine, var transactions, var folder, .. var cases]:
        await RatioRun.RunGrowthAsync(engine == "sqlite" ? DatabaseEngine.Sqlite : DatabaseEngine.MySql, int.Parse(transactions, CultureInfo.InvariantCulture), folder, cases);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
