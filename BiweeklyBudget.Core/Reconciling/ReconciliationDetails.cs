using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>A reconciliation with all that belongs to it.</summary>
public sealed record ReconciliationDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>Id of its transaction; null when a bank transaction was ignored.</summary>
    public required int? TransactionId { get; init; }

    /// <summary>Account of its bank transaction; null when it has none.</summary>
    public required int? BankAccountId { get; init; }

    /// <summary>FITID of its bank transaction; null when it has none.</summary>
    public required string? BankFitId { get; init; }

    /// <summary>Its transaction; null when a bank transaction was ignored.</summary>
    public required TransactionDetails? Transaction { get; init; }

    /// <summary>Its bank transaction, with its statement; null when there is none.</summary>
    public required BankTransactionDetails? BankTransaction { get; init; }

    /// <summary>Account of the bank transaction, or of the transaction when there is none.</summary>
    public required int? AccountId { get; init; }

    /// <summary>Name of that account.</summary>
    public required string? AccountName { get; init; }

    /// <summary>Why it is so; null when nothing was said.</summary>
    public required string? Note { get; init; }

    /// <summary>The rule that reconciled it; null today, as nothing has rules yet, except in rows of other programs.</summary>
    public required int? RuleId { get; init; }

    /// <summary>When it was reconciled, UTC.</summary>
    public required DateTime? ReconciledAt { get; init; }
}
