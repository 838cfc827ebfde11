using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>Texts of pages as they are compared: without any white space, since markup may or may not put some in.</summary>
internal static partial class Facts
{
    public static string Bare(string? text) => WhiteSpace().Replace(text ?? "", "");

    /// <summary>
    /// What a row says, whatever its layout: names, figures, dates. Ids and marks in brackets, such as "(16)", "(i)" or
    /// "(curr.)", are left to the page's design; other texts in brackets stand for themselves.
    /// </summary>
    public static IReadOnlyList<string> TokensOf(IEnumerable<string> cells) =>
        [.. cells.SelectMany(cell => Brackets().Split(cell)).Select(part => Bare(part).Trim('*')).Where(part => part.Length > 0 && !LeftToDesign().IsMatch(part))];

    public static string Short(string? text, int length = 300) => text is null ? "null" : text.Length <= length ? text : text[..length] + "…";

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex WhiteSpace();

    // The group keeps the bracketed texts among the parts.
    [GeneratedRegex(@"\((?<inside>[^()]*)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:\d+|i|income|current|curr\.|prev\.|next|from)\z", RegexOptions.None, 5000)]
    private static partial Regex LeftToDesign();
}
