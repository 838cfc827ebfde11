namespace BiweeklyBudget.Core.Finding;

/// <summary>What was found.</summary>
public enum FoundKind
{
    /// <summary>An account.</summary>
    Account,

    /// <summary>A budget.</summary>
    Budget,

    /// <summary>A pay period.</summary>
    PayPeriod,

    /// <summary>A transaction.</summary>
    Transaction,
}
