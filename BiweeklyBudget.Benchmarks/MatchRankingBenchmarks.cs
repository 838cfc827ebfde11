using BenchmarkDotNet.Attributes;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Benchmarks;

/// <summary>500 unreconciled transactions against 500 bank transactions may take 200 ms; also when all amounts are equal.</summary>
[MemoryDiagnoser]
public class MatchRankingBenchmarks
{
    private const int Rows = 500;

    private List<TransactionDetails> _transactions = [];
    private List<BankTransactionDetails> _bankTransactions = [];

    /// <summary>How many different amounts there are: all differ, as usual, or all alike.</summary>
    [Params(1, 25, Rows)]
    public int Amounts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var start = new DateOnly(2017, 1, 1);
        _transactions = [.. Enumerable.Range(0, Rows).Select(n => new TransactionDetails
        {
            Id = n,
            Date = start.AddDays(n / 3),
            Amount = 10m + (n % Amounts),
            Description = $"Purchase number {n} at the market",
            Notes = null,
            AccountId = 1 + (n % 3),
            AccountName = "Account",
            SalesTax = 0m,
            BudgetedAmount = null,
            PlannedBudgetId = null,
            ScheduledTransactionId = null,
            TransferId = null,
            ReconciliationId = null,
        })];
        _bankTransactions = [.. Enumerable.Range(0, Rows).Select(n => BankTransactionDetails.Of(
            new BankTransaction { AccountId = 1 + (n % 3), FitId = $"F{n}", DatePosted = start.AddDays((n / 3) + (n % 5)).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Name = $"MARKET {n:0000} PURCHASE", Amount = 10m + (n % Amounts), Memo = "CARD PAYMENT WITH A RATHER LONG MEMO AS BANKS WRITE THEM" },
            "Account",
            isNegated: false,
            reconciliationId: null))];
    }

    [Benchmark]
    public int Rank() => MatchRanking.Rank(_transactions, _bankTransactions).Count;
}
