namespace BiweeklyBudget.Core.Spreading;

/// <summary>A budget that money can be given to, taken from or charged to.</summary>
/// <param name="Id">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsStanding">Whether it is carried forever; otherwise the figures are those of the pay period.</param>
/// <param name="Left">What it has: the balance of a standing one, what remains of a periodic one; negative when more is gone than there was.</param>
/// <param name="Overspent">By how much its transactions with what is still planned exceed what it is granted; 0 or greater. What is left over is without it already, so that to give it this much costs nothing.</param>
/// <param name="IsTarget">Whether money can be given to it. In a past period only to standing ones: what a periodic one did not spend is a part of what is left over.</param>
/// <param name="IsChargeable">Whether it can be charged: nothing of what it is granted is left, so that every further amount is one less that is left over.</param>
public sealed record SpreadableBudget(int Id, string Name, bool IsStanding, decimal Left, decimal Overspent, bool IsTarget, bool IsChargeable)
{
    /// <summary>Most that can be taken from it; 0 or greater.</summary>
    public decimal Takeable => IsStanding ? 0m : Math.Max(0m, Left);

    /// <summary>What an amount for it costs of what is left over.</summary>
    /// <param name="amount">The amount; negative when it is taken from the budget.</param>
    /// <returns>The amount, less what the budget is overspent.</returns>
    public decimal CostOf(decimal amount) => amount - Math.Clamp(amount, 0m, Overspent);
}
