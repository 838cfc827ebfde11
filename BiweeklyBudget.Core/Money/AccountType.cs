namespace BiweeklyBudget.Core.Money;

/// <summary>Kind of account. Names and values are those of the database enum and of the HTTP interface.</summary>
public enum AccountType
{
    /// <summary>Checking or savings account; funds budgets.</summary>
    Bank = 1,

    /// <summary>Credit card; its balance is negative when money is owed.</summary>
    Credit = 2,

    /// <summary>Investment account.</summary>
    Investment = 3,

    /// <summary>Cash; funds budgets.</summary>
    Cash = 4,

    /// <summary>Anything else.</summary>
    Other = 5,
}
