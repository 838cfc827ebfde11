using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>A transaction with the names that belong to it.</summary>
/// <param name="Transaction">The row, without its splits.</param>
/// <param name="AccountName">Name of its account.</param>
/// <param name="Splits">Its splits, largest amount first.</param>
public sealed record TransactionRecord(Transaction Transaction, string? AccountName, IReadOnlyList<NamedSplit> Splits)
{
    /// <summary>The amount: the sum of the splits.</summary>
    public decimal Amount => Splits.Sum(split => split.Amount);
}
