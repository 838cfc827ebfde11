namespace BiweeklyBudget.Core.Totals;

/// <summary>The rows whose place among the open items may have changed by some saves.</summary>
internal sealed class TouchedRows
{
    /// <summary>Ids of transactions.</summary>
    public HashSet<int> Transactions { get; } = [];

    /// <summary>Keys of bank transactions.</summary>
    public HashSet<OpenBankTransaction> BankTransactions { get; } = [];

    /// <summary>How many transactions there are more, or less when negative.</summary>
    public int TransactionsAdded { get; set; }
}
