using BenchmarkDotNet.Running;

// dotnet run -c Release --project BiweeklyBudget.Benchmarks -- --filter '*Payoff*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
