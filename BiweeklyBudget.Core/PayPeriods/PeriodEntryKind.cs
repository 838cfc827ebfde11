namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>What an entry of a period's list is.</summary>
public enum PeriodEntryKind
{
    /// <summary>A transaction.</summary>
    Transaction,

    /// <summary>An occurrence of a scheduled transaction that was not converted yet.</summary>
    Scheduled,
}
