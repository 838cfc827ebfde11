namespace BiweeklyBudget.Hosting.Ui;

/// <summary>The colour of a pay period's tile by what remains of its income (spec/domain.md §3).</summary>
internal static class RemainingColour
{
    private const decimal Comfortable = 100;

    /// <summary>The colour.</summary>
    /// <param name="remaining">What remains, in the currency's units.</param>
    /// <returns><c>red</c> up to zero, <c>yellow</c> below one hundred, else <c>green</c>.</returns>
    public static string Of(decimal remaining) => remaining switch
    {
        <= 0 => "red",
        < Comfortable => "yellow",
        _ => "green",
    };
}
