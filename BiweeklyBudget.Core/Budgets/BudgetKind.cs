namespace BiweeklyBudget.Core.Budgets;

/// <summary>How a budget's money lasts.</summary>
public enum BudgetKind
{
    /// <summary>Granted afresh in each pay period; what is left at its end is gone.</summary>
    Periodic,

    /// <summary>Keeps its balance for ever: what is not spent stays.</summary>
    Standing,
}
