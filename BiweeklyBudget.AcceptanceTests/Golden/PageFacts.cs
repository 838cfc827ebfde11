using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>What a visitor can read on a page: its whole text, its rows (table rows, list items), its elements with an id. All without white space.</summary>
internal sealed class PageFacts
{
    private static readonly string[] Hidden = ["script", "style", "head", "template"];

    private PageFacts(IDocument document)
    {
        var root = document.DocumentElement;
        Text = TextOf(root);
        Rows = [.. root.QuerySelectorAll("li, tr, [role=row], [role=listitem]").Select(TextOf)];
        TextsWithId = root.QuerySelectorAll("[id]").Select(e => e.LocalName == "input" ? Facts.Bare(e.GetAttribute("value")) : TextOf(e)).ToHashSet();
    }

    public string Text { get; }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlySet<string> TextsWithId { get; }

    public static PageFacts Read(string html) => new(new HtmlParser().ParseDocument(html));

    private static string TextOf(IElement element) =>
        Facts.Bare(string.Concat(element.Descendants<IText>().Where(t => !t.Ancestors<IElement>().Any(a => Hidden.Contains(a.LocalName))).Select(t => t.Data)));
}
