namespace BiweeklyBudget.Core.Accounts;

/// <summary>What an account holds, as a person says: for cash, cards and loans that no statement reaches.</summary>
public sealed record BalanceChange
{
    /// <summary>The account.</summary>
    public required int AccountId { get; init; }

    /// <summary>What it holds; what is owed is negative.</summary>
    public required decimal Amount { get; init; }

    /// <summary>On which day, not later than today. It counts for the whole day; of today for the moment that it is entered.</summary>
    public required DateOnly Day { get; init; }
}
