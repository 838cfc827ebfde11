namespace BiweeklyBudget.Core.Transfers;

/// <summary>
/// Money moved from one side to another: <see cref="AccountTransfer"/> or <see cref="BudgetTransfer"/>. It is kept as two transactions that point at each
/// other, of the amount on the side that it comes from and of its negative on the side that it goes to.
/// </summary>
public abstract record Transfer
{
    private protected Transfer()
    {
    }

    /// <summary>The day of both transactions.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How much is moved: greater than zero, up to 99,999,999,999,999.9999, with at most four decimals. The transactions' description holds it as it stands here: 50.00 is not 50.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Notes of both transactions, at most 254 characters.</summary>
    public string Notes { get; init; } = "";
}
