namespace BiweeklyBudget.Core.Notifications;

/// <summary>The money in the accounts that fund the budgets (active bank accounts and cash), against what is allocated of it.</summary>
/// <param name="Accounts">Sum of their balances, as the latest statements say them.</param>
/// <param name="Standing">Sum of the balances of the active standing budgets.</param>
/// <param name="PayPeriod">What the current pay period still allocates: planned or granted, less spent.</param>
/// <param name="Unreconciled">Sum of their transactions up to today that no bank transaction is matched with; expenses positive.</param>
public sealed record Funds(decimal Accounts, decimal Standing, decimal PayPeriod, decimal Unreconciled)
{
    /// <summary>All that is allocated: <see cref="Standing"/>, <see cref="PayPeriod"/> and <see cref="Unreconciled"/>.</summary>
    public decimal AllocatedTotal => Standing + PayPeriod + Unreconciled;

    /// <summary>Whether the accounts hold less than is allocated.</summary>
    public bool IsLess => Accounts < AllocatedTotal;
}
