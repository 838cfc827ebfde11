namespace BiweeklyBudget.Core.Notifications;

/// <summary>The money in the accounts that fund the budgets, against what is allocated of it (spec/domain.md §13).</summary>
/// <param name="Accounts">Ledgers of the active accounts that fund budgets.</param>
/// <param name="Standing">Balances of the active standing budgets.</param>
/// <param name="PayPeriod">Allocated less spent of the current period.</param>
/// <param name="Unreconciled">Unreconciled transactions of those accounts.</param>
public sealed record Funds(decimal Accounts, decimal Standing, decimal PayPeriod, decimal Unreconciled)
{
    /// <summary>All allocated funds.</summary>
    public decimal AllocatedTotal => Standing + PayPeriod + Unreconciled;

    /// <summary>Whether the accounts hold less than is allocated.</summary>
    public bool IsLess => Accounts < AllocatedTotal;
}
