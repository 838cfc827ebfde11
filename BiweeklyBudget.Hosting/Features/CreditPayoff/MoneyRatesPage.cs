using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The layout of the page that states the prime rate (spec/credit-payoff.md §3).</summary>
internal static class MoneyRatesPage
{
    /// <summary>Reads the rate.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The US prime rate in percent; null when the layout is another one.</returns>
    public static async Task<decimal?> ReadPercentAsync(Stream html, CancellationToken cancellationToken)
    {
        using var document = await new HtmlParser().ParseDocumentAsync(html, cancellationToken);
        IHtmlTableElement[] tables = [.. document.QuerySelectorAll<IHtmlTableElement>("table").Where(t => Text(t.Caption).StartsWith("Prime Rates", StringComparison.Ordinal))];
        if (tables is not [var table])
        {
            return null;
        }

        if (table.Head?.Rows is not { Length: > 1 } heads || table.Bodies is not { Length: > 0 } bodies || bodies[0].Rows is not { Length: > 0 } rows)
        {
            return null;
        }

        IHtmlTableHeaderCellElement[] columns = [.. heads[1].Cells.OfType<IHtmlTableHeaderCellElement>()];
        var cells = rows[0].Cells;
        return columns.Length > 1 && cells.Length > 1
            && Text(columns[1]) == "Latest" && Text(cells[0]) == "U.S."
            && decimal.TryParse(Text(cells[1]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent
            : null;
    }

    private static string Text(INode? node) => node?.TextContent.Trim() ?? "";
}
