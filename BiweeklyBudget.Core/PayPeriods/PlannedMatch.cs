namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Finds among what is still planned in a period what somebody is about to enter: on the same account, by similar text or amount.</summary>
internal static class PlannedMatch
{
    /// <summary>Most that are offered; of a longer list nobody would choose.</summary>
    public const int Most = 3;

    // Shorter ones say too little: "the".
    private const int ShortestWord = 4;

    // A bill of this month is rarely exactly that of the last one.
    private const decimal Tolerance = 0.05m;

    /// <summary>The matching occurrences: those of similar text first, then by amount and day; of one schedule the nearest.</summary>
    public static IReadOnlyList<PeriodEntry> Of(PlannedQuery query, IEnumerable<PeriodEntry> entries) =>
    [
        .. entries.Where(entry => entry.Kind == PeriodEntryKind.Scheduled && entry.AccountId == query.AccountId && HasSameSign(query, entry))
            .Select(entry => (Entry: entry, IsSimilar: IsSimilar(query.Description, entry.Description), Off: OffBy(query, entry)))
            .Where(match => match.IsSimilar || match.Off <= Tolerance * Math.Abs(match.Entry.Amount))
            .OrderByDescending(match => match.IsSimilar).ThenBy(match => match.Off ?? 0m)
            .ThenBy(match => match.Entry.Date is { } date ? Math.Abs(date.DayNumber - query.Day.DayNumber) : 0).ThenBy(match => match.Entry.Id)
            .Select(match => match.Entry)
            .DistinctBy(entry => entry.Id)
            .Take(Most),
    ];

    private static bool HasSameSign(PlannedQuery query, PeriodEntry entry) => query.Amount is not { } amount || Math.Sign(amount) == Math.Sign(entry.Amount);

    private static decimal? OffBy(PlannedQuery query, PeriodEntry entry) => query.Amount is { } amount ? Math.Abs(amount - entry.Amount) : null;

    // They are the same, or one contains the other, or they share a word that says something.
    private static bool IsSimilar(string one, string other)
    {
        var (words, others) = (Words(one), Words(other));
        var (text, otherText) = (string.Concat(words), string.Concat(others));
        return (text.Length > 0 && text == otherText)
            || (Math.Min(text.Length, otherText.Length) >= ShortestWord && (text.Contains(otherText, StringComparison.Ordinal) || otherText.Contains(text, StringComparison.Ordinal)))
            || words.Intersect(others, StringComparer.Ordinal).Any(word => word.Length >= ShortestWord && word.Any(char.IsLetter));
    }

    private static string[] Words(string text) =>
        string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? char.ToUpperInvariant(character) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
