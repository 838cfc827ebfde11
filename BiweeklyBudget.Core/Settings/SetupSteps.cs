namespace BiweeklyBudget.Core.Settings;

/// <summary>What a household has that is set up.</summary>
[Flags]
public enum SetupSteps
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>An active account.</summary>
    Accounts = 1,

    /// <summary>An account whose balance somebody said, or a bank file.</summary>
    Balances = 2,

    /// <summary>An active budget of income.</summary>
    IncomeBudgets = 4,

    /// <summary>An active budget to spend from.</summary>
    Budgets = 8,

    /// <summary>Income that is planned.</summary>
    Income = 16,

    /// <summary>An expense that is planned.</summary>
    Bills = 32,

    /// <summary>A transaction, or a bank file.</summary>
    Transactions = 64,

    /// <summary>All of it.</summary>
    All = 127,
}
