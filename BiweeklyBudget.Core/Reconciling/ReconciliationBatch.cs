namespace BiweeklyBudget.Core.Reconciling;

/// <summary>What is to be reconciled together: all of it or nothing.</summary>
public sealed record ReconciliationBatch
{
    /// <summary>Transactions, each with a bank transaction, with a note or alone; each at most once.</summary>
    public IReadOnlyList<ReconciledTransaction> Transactions { get; init; } = [];

    /// <summary>Bank transactions alone. No bank transaction may be named twice, here and in <see cref="Transactions"/> together.</summary>
    public IReadOnlyList<IgnoredBankTransaction> Ignored { get; init; } = [];
}
