using System.Net;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>Resolves <c>~/</c> in the attributes that our scripts read, as the framework does in <c>href</c>.</summary>
[HtmlTargetElement("*", Attributes = "data-bb-dialog")]
[HtmlTargetElement("*", Attributes = "data-bb-editor")]
[HtmlTargetElement("*", Attributes = "data-bb-open")]
[HtmlTargetElement("*", Attributes = "data-bb-list")]
[HtmlTargetElement("*", Attributes = "data-source")]
public sealed class AddressTagHelper(IUrlHelperFactory urls) : TagHelper
{
    private static readonly string[] Names = ["data-bb-dialog", "data-bb-editor", "data-bb-open", "data-bb-list", "data-source"];

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var url = urls.GetUrlHelper(ViewContext);
        foreach (var name in Names)
        {
            if (output.Attributes.TryGetAttribute(name, out var attribute) && TextOf(attribute.Value) is { } path)
            {
                output.Attributes.SetAttribute(name, url.Content(path));
            }
        }
    }

    // What stands in the markup arrives encoded, and is encoded again when it is written.
    private static string? TextOf(object? value)
    {
        if (value is not Microsoft.AspNetCore.Html.IHtmlContent content)
        {
            return value?.ToString();
        }

        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        content.WriteTo(text, NullHtmlEncoder.Default);
        return WebUtility.HtmlDecode(text.ToString());
    }
}
