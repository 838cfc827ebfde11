using BenchmarkDotNet.Running;
using BiweeklyBudget.Benchmarks;

// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- --filter '*Payoff*'
// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- fill sqlite:///big.db big 100000
if (args is ["fill", var url, var size, var transactions])
{
    await MeasuredDatabase.FillAsync(url, size, int.Parse(transactions, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
