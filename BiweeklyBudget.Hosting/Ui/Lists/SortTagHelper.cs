using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>A table's head cell that sorts by its column: <c>&lt;th bb-sort="date" bb-list="Model.List"&gt;Date&lt;/th&gt;</c>.</summary>
[HtmlTargetElement("th", Attributes = "bb-sort")]
public sealed class SortTagHelper : TagHelper
{
    /// <summary>Name of the column.</summary>
    [HtmlAttributeName("bb-sort")]
    public string Column { get; set; } = "";

    /// <summary>The list.</summary>
    [HtmlAttributeName("bb-list")]
    public object? List { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var list = (ListQuery)List!;
        var direction = list.DirectionOf(Column);
        output.Attributes.SetAttribute("scope", "col");
        if (direction is not null)
        {
            output.Attributes.SetAttribute("aria-sort", direction == true ? "descending" : "ascending");
        }

        var link = new TagBuilder("a");
        link.AddCssClass("bb-sort");
        link.Attributes["href"] = list.SortAddress(Column);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
