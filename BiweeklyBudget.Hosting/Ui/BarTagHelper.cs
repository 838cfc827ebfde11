using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>A bar that shows how much of a total is used, and how much more is planned. It repeats figures that stand beside it, so assistive technology leaves it out.</summary>
[HtmlTargetElement("bb-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    /// <summary>What is there in all.</summary>
    public decimal Total { get; set; }

    /// <summary>What is used.</summary>
    public decimal Used { get; set; }

    /// <summary>What is planned beyond it.</summary>
    public decimal Planned { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var used = Percent(Used, Total);
        var planned = Math.Min(Percent(Planned, Total), 100 - used);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Used + Planned > Total ? "bb-bar bb-bar-over" : "bb-bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 4");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml(Rectangle("bb-bar-used", 0, used)).AppendHtml(Rectangle("bb-bar-planned", used, planned));
    }

    private static int Percent(decimal part, decimal total) => total <= 0 ? (part > 0 ? 100 : 0) : (int)Math.Clamp(Math.Round(part * 100 / total), 0, 100);

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Rectangle(string style, int from, int width)
    {
        var rectangle = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("rect");
        rectangle.AddCssClass(style);
        rectangle.Attributes["x"] = from.ToString(CultureInfo.InvariantCulture);
        rectangle.Attributes["width"] = width.ToString(CultureInfo.InvariantCulture);
        rectangle.Attributes["height"] = "4";
        return rectangle;
    }
}
