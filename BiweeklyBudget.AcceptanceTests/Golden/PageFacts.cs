using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>What a visitor can read on a page: its whole text, its rows (table rows, list items), its elements with an id. All without white space.</summary>
internal sealed class PageFacts
{
    private static readonly string[] Hidden = ["script", "style", "head", "template"];

    /// <summary>Elements that hold one row of figures, in whatever layout.</summary>
    public const string RowSelector = "li, tr, [role=row], [role=listitem]";

    /// <param name="text">The whole text.</param>
    /// <param name="rows">The text of each row.</param>
    /// <param name="textsWithId">The text, or the value, of each element with an id.</param>
    public PageFacts(string text, IEnumerable<string> rows, IEnumerable<string> textsWithId)
    {
        Text = Facts.Bare(text);
        Rows = [.. rows.Select(Facts.Bare)];
        TextsWithId = textsWithId.Select(Facts.Bare).ToHashSet();
    }

    public string Text { get; }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlySet<string> TextsWithId { get; }

    public static PageFacts Read(string html)
    {
        var root = new HtmlParser().ParseDocument(html).DocumentElement;
        return new PageFacts(
            TextOf(root),
            root.QuerySelectorAll(RowSelector).Select(TextOf),
            root.QuerySelectorAll("[id]").Select(e => e.LocalName == "input" ? e.GetAttribute("value") ?? "" : TextOf(e)));
    }

    private static string TextOf(IElement element) =>
        string.Concat(element.Descendants<IText>().Where(t => !t.Ancestors<IElement>().Any(a => Hidden.Contains(a.LocalName))).Select(DataOf));

    // Days are written as the household's region does; programs read them as upstream wrote them.
    private static string DataOf(IText text) => text.ParentElement is { LocalName: "time" } time && time.GetAttribute("datetime") is { Length: 10 } day ? day : text.Data;
}
