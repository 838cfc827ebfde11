namespace BiweeklyBudget.Core.Changes;

/// <summary>Kinds of records that a save may change.</summary>
public enum RecordKind
{
    /// <summary>An account.</summary>
    Account,

    /// <summary>What an account held at a time.</summary>
    AccountBalance,

    /// <summary>A budget.</summary>
    Budget,

    /// <summary>A transaction.</summary>
    Transaction,

    /// <summary>A transaction's share of one budget.</summary>
    Split,

    /// <summary>A scheduled transaction.</summary>
    ScheduledTransaction,

    /// <summary>An imported statement.</summary>
    Statement,

    /// <summary>A transaction as the bank reported it.</summary>
    BankTransaction,

    /// <summary>A reconciliation.</summary>
    Reconciliation,

    /// <summary>A login at Plaid.</summary>
    PlaidItem,

    /// <summary>An account at Plaid.</summary>
    PlaidAccount,

    /// <summary>A rule of reconciling.</summary>
    ReconcileRule,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A line of a project.</summary>
    ProjectItem,

    /// <summary>A vehicle.</summary>
    Vehicle,

    /// <summary>A fuel fill.</summary>
    FuelFill,

    /// <summary>A value kept by name: the first payday, plans for paying cards off, the prime rate.</summary>
    Setting,
}
