using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>Texts of pages as they are compared: without any white space, since markup may or may not put some in.</summary>
internal static partial class Facts
{
    private static readonly (Regex Upstream, string Ours)[] OurWords =
    [
        (Make(), "Make | Skip | Edit"),
        (Planned(), "planned | "),
        (FromPlan(), "from plan"),
        (Skipped(), "Skipped:"),
        (Reconciled(), "reconciled"),
        (Active(), "yes"),
        (Inactive(), "NO"),
        (Fuel(), " - fuel ("),
    ];

    public static string Bare(string? text) => WhiteSpace().Replace(text ?? "", "");

    /// <summary>
    /// What a row says, whatever its layout: names, figures, dates. Ids and marks in brackets, such as "(16)", "(i)" or
    /// "(curr.)", are left to the page's design; other texts in brackets stand for themselves.
    /// </summary>
    public static IReadOnlyList<string> TokensOf(IEnumerable<string> cells) =>
        [.. cells.Select(InOurWords).SelectMany(cell => Brackets().Split(cell)).SelectMany(part => part.Split('|')).Select(part => Bare(part).Trim('*')).Where(part => part.Length > 0 && !LeftToDesign().IsMatch(part))];

    /// <summary>A cell with our words for upstream's where a person's differ from a schema's (docs/adr/0037).</summary>
    public static string InOurWords(string cell) => OurWords.Aggregate(cell, (text, words) => words.Upstream.Replace(text, words.Ours));

    public static string Short(string? text, int length = 300) => text is null ? "null" : text.Length <= length ? text : text[..length] + "…";

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^make trans\. \| skip\z", RegexOptions.None, 5000)]
    private static partial Regex Make();

    [GeneratedRegex(@"^\(sched\) ", RegexOptions.None, 5000)]
    private static partial Regex Planned();

    [GeneratedRegex(@"^\(from \d+\)\z", RegexOptions.None, 5000)]
    private static partial Regex FromPlan();

    [GeneratedRegex(@"^Skip ScheduledTransaction \d+ in period \S+(?: \(\d+\))?\z", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^Yes \(\d+\)\z", RegexOptions.None, 5000)]
    private static partial Regex Reconciled();

    [GeneratedRegex(@"^True\z", RegexOptions.None, 5000)]
    private static partial Regex Active();

    [GeneratedRegex(@"^False\z", RegexOptions.None, 5000)]
    private static partial Regex Inactive();

    [GeneratedRegex(@" - FuelFill #\d+ \(", RegexOptions.None, 5000)]
    private static partial Regex Fuel();

    // The group keeps the bracketed texts among the parts.
    [GeneratedRegex(@"\((?<inside>[^()]*)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:\d+|i|income|current|curr\.|prev\.|next|from)\z", RegexOptions.None, 5000)]
    private static partial Regex LeftToDesign();
}
