namespace BiweeklyBudget.Core.Money;

/// <summary>The ending of an ordinal number (spec/domain.md §3).</summary>
public static class OrdinalSuffix
{
    /// <summary>The ending.</summary>
    /// <param name="number">The number.</param>
    /// <returns><c>st</c>, <c>nd</c>, <c>rd</c> or <c>th</c>.</returns>
    public static string Of(int number) => (Math.Abs(number % 100), Math.Abs(number % 10)) switch
    {
        ( >= 11 and <= 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
