namespace BiweeklyBudget.Hosting.Ui;

/// <summary>A word in singular or plural.</summary>
internal static class Plural
{
    /// <summary>The form that goes with a number.</summary>
    /// <param name="word">The singular.</param>
    /// <param name="number">How many.</param>
    /// <returns>The word with an <c>s</c> when there are more than one, else (also for none) the word itself.</returns>
    public static string Of(string word, long number) => number > 1 ? word + "s" : word;
}
