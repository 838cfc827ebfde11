using System.Globalization;
using BiweeklyBudget.Core.Reconciling;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>Why a match is suggested, in words: <c>same amount, 2 days later; 2 candidates</c>.</summary>
internal static class MatchReason
{
    public static string Of(SuggestedMatch match)
    {
        var why = "same amount, " + Distance(match.DaysLater);
        if (match.HasSimilarText && (match.Candidates > 1 || match.Rivals > 1))
        {
            why += ", similar text";
        }

        // Only one of the two is told: which bank transaction it is, or which transaction.
        return (match.Candidates, match.Rivals) switch
        {
            ( > 1, _) => string.Create(CultureInfo.InvariantCulture, $"{why}; {match.Candidates} candidates"),
            (_, > 1) => string.Create(CultureInfo.InvariantCulture, $"{why}; fits {match.Rivals} transactions"),
            _ => why,
        };
    }

    private static string Distance(int daysLater) => daysLater switch
    {
        0 => "same day",
        > 0 => Days(daysLater) + " later",
        _ => Days(-daysLater) + " earlier",
    };

    private static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");
}
