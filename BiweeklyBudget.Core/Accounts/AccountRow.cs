using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>An account with the sums that its figures and the notifications are made of.</summary>
internal sealed record AccountRow
{
    public required int Id { get; init; }

    public string? Name { get; init; }

    public AccountType? Type { get; init; }

    public bool IsActive { get; init; }

    /// <summary>Whether its bank transactions wait to be reconciled.</summary>
    public bool IsReconciled { get; init; }

    public decimal? CreditLimit { get; init; }

    /// <summary>Ledger of the current balance.</summary>
    public decimal? Ledger { get; init; }

    /// <summary>From when on the account holds that; null for an account of which nobody has said it.</summary>
    public DateTime? LedgerAsOf { get; init; }

    /// <summary>Time of the latest statement.</summary>
    public DateTime? StatementAsOf { get; init; }

    /// <summary>Sum of the unreconciled transactions.</summary>
    public decimal Unreconciled { get; init; }

    /// <summary>How many of its bank transactions wait to be reconciled.</summary>
    public int UnreconciledBankTransactions { get; init; }

    /// <summary>Whether the account's money funds the budgets (spec/domain.md §11).</summary>
    public bool FundsBudgets => Type is AccountType.Bank or AccountType.Cash;

    /// <summary>The figures that are shown. Missing amounts count as 0, a missing limit stays unknown (defect 8).</summary>
    public AccountFigures Figures(DateTime nowUtc, int staleDays)
    {
        var ledger = Ledger ?? 0m;
        return new AccountFigures(
            Id, Name ?? "", Type, ledger, CreditLimit, Unreconciled, ledger - Unreconciled, CreditLimit + ledger, CreditLimit + ledger - Unreconciled, StatementAsOf, Staleness.IsStale(StatementAsOf, nowUtc, staleDays))
        {
            BalanceAsOf = LedgerAsOf,
        };
    }
}
