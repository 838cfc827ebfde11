namespace BiweeklyBudget.Core.Reconciling;

/// <summary>What is to be reconciled together: all of it or nothing.</summary>
public sealed record ReconciliationBatch
{
    /// <summary>Transactions, each with a bank transaction, with a note or alone; each at most once.</summary>
    public IReadOnlyList<ReconciledTransaction> Transactions { get; init; } = [];

    /// <summary>New transactions, each made from a bank transaction and reconciled with it.</summary>
    public IReadOnlyList<MadeTransaction> Made { get; init; } = [];

    /// <summary>Bank transactions alone. No bank transaction may be named twice, here, in <see cref="Transactions"/> and in <see cref="Made"/> together.</summary>
    public IReadOnlyList<IgnoredBankTransaction> Ignored { get; init; } = [];
}
