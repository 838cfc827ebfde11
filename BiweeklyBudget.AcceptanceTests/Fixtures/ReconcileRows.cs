using System.Globalization;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>Puts transactions and bank lines beside the sample data: all on BankOne (1), budget Periodic1 (1), around 2017-07-20.</summary>
internal sealed class ReconcileRows(string databaseUrl)
{
    public const int BankOne = 1;

    private static readonly DateOnly Day = new(2017, 7, 20);

    private readonly List<Transaction> _transactions = [];
    private readonly List<BankTransaction> _bankTransactions = [];

    /// <summary>A transaction, and a bank line of the same amount a day later for each of the FITIDs.</summary>
    public ReconcileRows Purchase(string description, decimal amount, params string[] fitIds)
    {
        _transactions.Add(new Transaction { Date = Day, Description = description, AccountId = BankOne, Splits = { new TransactionSplit { BudgetId = 1, Amount = amount } } });
        return fitIds.Aggregate(this, (rows, fitId) => rows.BankLine(fitId, amount));
    }

    /// <summary>A bank line alone; its name is the FITID.</summary>
    public ReconcileRows BankLine(string fitId, decimal amount)
    {
        // BankOne's amounts come in the sign of its books.
        _bankTransactions.Add(new BankTransaction { AccountId = BankOne, StatementId = 1, FitId = fitId, Name = fitId, TransactionType = "Debit", DatePosted = Day.AddDays(1).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc), Amount = amount });
        return this;
    }

    /// <summary>Purchases that each fit one bank line and no other.</summary>
    public ReconcileRows SurePurchases(int count) => Enumerable.Range(1, count).Aggregate(this, (rows, n) =>
        rows.Purchase(string.Create(CultureInfo.InvariantCulture, $"Purchase {n}"), 1000m + (n * 1.01m), string.Create(CultureInfo.InvariantCulture, $"SURE {n}")));

    public async Task SaveAsync()
    {
        await using var context = DatabaseConnection.Parse(databaseUrl).CreateContext();
        context.AddRange(_transactions);
        context.AddRange(_bankTransactions);
        await context.SaveChangesAsync();
    }

    /// <summary>How many transactions have a description.</summary>
    public async Task<int> TransactionsNamedAsync(string description)
    {
        await using var context = DatabaseConnection.Parse(databaseUrl).CreateContext();
        return await context.Transactions.CountAsync(t => t.Description == description);
    }

    /// <summary>Bank line and note of all reconciliations but the sample data's one, by the transaction's description (empty without one).</summary>
    public async Task<IReadOnlyList<(string Transaction, string? FitId, string? Note)>> ReconciledAsync()
    {
        await using var context = DatabaseConnection.Parse(databaseUrl).CreateContext();
        var rows = await context.Reconciliations.Where(r => r.Id > 1).OrderBy(r => r.Id)
            .Select(r => new { Transaction = context.Transactions.Where(t => t.Id == r.TransactionId).Select(t => t.Description).FirstOrDefault(), r.BankFitId, r.Note })
            .ToListAsync();
        return [.. rows.Select(r => (r.Transaction ?? "", r.BankFitId, r.Note))];
    }
}
