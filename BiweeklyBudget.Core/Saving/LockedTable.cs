namespace BiweeklyBudget.Core.Saving;

/// <summary>The tables that saves lock rows of, in the one order in which all of them do (docs/adr/0006).</summary>
internal enum LockedTable
{
    None,
    Changes,
    Accounts,
    PlaidAccounts,
    ScheduledTransactions,
    Vehicles,
    Transactions,
    BankTransactions,
    Budgets,
    Projects,
    ProjectItems,
}
