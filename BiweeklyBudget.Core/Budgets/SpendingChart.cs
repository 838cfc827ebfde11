namespace BiweeklyBudget.Core.Budgets;

/// <summary>What was spent by budget over time.</summary>
/// <param name="Names">Names of the budgets that occur, in ordinal order.</param>
/// <param name="Spans">Pay periods or months, ascending; at most <see cref="MostSpans"/>.</param>
/// <param name="Together">How many pay periods or months each of them adds up: 1, unless there were more than <see cref="MostSpans"/>.</param>
/// <param name="LeavesGaps">Whether pay periods are left out in which nothing was spent, because there were more than <see cref="MostSpans"/>.</param>
public sealed record SpendingChart(IReadOnlyList<string> Names, IReadOnlyList<SpendingSpan> Spans, int Together = 1, bool LeavesGaps = false)
{
    /// <summary>Most spans of a chart: 38 years of fortnights. What is longer is drawn coarser, so that a chart never grows beyond what a browser can draw.</summary>
    public const int MostSpans = 1000;
}
