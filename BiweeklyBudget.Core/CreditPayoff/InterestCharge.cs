namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>An interest charge that the bank's data do not show.</summary>
public sealed record InterestCharge
{
    /// <summary>The account that was charged.</summary>
    public required int AccountId { get; init; }

    /// <summary>The statement that shows the charge, by its file name (<see cref="StatementChoice.FileName"/>). The charge is dated as the statement.</summary>
    public required string FileName { get; init; }

    /// <summary>The charge in the account's currency, four decimals at most; its magnitude counts, whatever its sign. 0 says that nothing was charged.</summary>
    public required decimal Amount { get; init; }
}
