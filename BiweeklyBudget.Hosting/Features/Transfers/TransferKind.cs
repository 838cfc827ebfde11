namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>What money is moved between.</summary>
internal enum TransferKind
{
    /// <summary>Accounts, cards among them.</summary>
    Accounts,

    /// <summary>Budgets.</summary>
    Budgets,
}
