namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>All increases of the monthly payment and all one-time payments. <see cref="PayoffSettings.ToChange"/> gives the ones that are stored.</summary>
public sealed record PayoffSettingsChange
{
    /// <summary>Most entries of a list.</summary>
    public const int MostEntries = 1000;

    /// <summary>
    /// New sums of the monthly payments on all cards together, each from its day on until another one begins. At most 1000, in any order; they are stored by day, and of two
    /// enabled ones of a day the later one in the list counts.
    /// </summary>
    public required IReadOnlyList<PlannedChange> Increases { get; init; }

    /// <summary>
    /// Amounts that are paid once beyond the monthly sum, with the first payment on or after their day. At most 1000, in any order; they are stored by day, and of two
    /// enabled ones of a day the later one in the list counts.
    /// </summary>
    public required IReadOnlyList<PlannedChange> OneTimes { get; init; }
}
