using BiweeklyBudget.Core.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>How a card charges interest and what it wants at least, as a card holder knows it; the stored values are upstream's.</summary>
internal static class AccountWords
{
    /// <summary>How interest is charged: the value, its name, and one sentence about it.</summary>
    public static IReadOnlyList<(InterestCalculation Value, string Name, string Sentence)> Interest { get; } =
    [
        (InterestCalculation.AdbCompoundedDaily, "Daily (most cards)", "Interest is worked out on each day's balance and added to it the next day, as most cards do."),
        (InterestCalculation.SimpleInterest, "Once a month", "Interest is charged once, on what is owed at the end of the month."),
    ];

    /// <summary>What is to be paid at least: the value, its name, and one sentence about it.</summary>
    public static IReadOnlyList<(MinimumPaymentRule Value, string Name, string Sentence)> MinimumPayment { get; } =
    [
        (MinimumPaymentRule.MinPaymentAmEx, "As American Express", "The month's interest and 1 % of what is owed, at least 35."),
        (MinimumPaymentRule.MinPaymentCiti, "As Citi", "1 % of what is owed and the month's interest, or 1.5 % of what is owed if that is more, at least 25."),
        (MinimumPaymentRule.MinPaymentDiscover, "As Discover", "2 % of what is owed, or 20 and the month's interest if that is more, at least 35."),
    ];

    /// <summary>Choices of a list.</summary>
    /// <typeparam name="TValue">What is chosen.</typeparam>
    /// <param name="words">Its words.</param>
    /// <param name="chosen">What is chosen; null for none.</param>
    public static IReadOnlyList<SelectListItem> Choices<TValue>(IEnumerable<(TValue Value, string Name, string Sentence)> words, TValue? chosen)
        where TValue : struct, Enum =>
        [.. words.Select(word => new SelectListItem(word.Name, word.Value.ToString(), word.Value.Equals(chosen)))];
}
