namespace BiweeklyBudget.Core.Calendar;

/// <summary>
/// <see cref="DateOnly.DayNumber"/> as a method, so that the database can group dates by pay period: EF Core translates the property from
/// version 10 on; until then Storage maps this method to each engine's own function.
/// </summary>
internal static class DayNumber
{
    /// <summary>Days since 1 January of year 1.</summary>
    public static int Of(DateOnly date) => date.DayNumber;
}
