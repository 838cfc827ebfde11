using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>Names scripts and style sheets of ours by the build's version, so that a browser keeps them and does not ask for each of them with every page.</summary>
[HtmlTargetElement("link", Attributes = "[rel=stylesheet],[href^='~/bb/']", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "[src^='~/bb/']")]
public sealed class AssetTagHelper : TagHelper
{
    /// <summary>Before the framework resolves <c>~/</c>.</summary>
    public override int Order => int.MinValue;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var name = output.TagName == "link" ? "href" : "src";

        // The framework has its own plans for the address of a script, and has taken it out of the output.
        if (context.AllAttributes.TryGetAttribute(name, out var attribute))
        {
            output.Attributes.SetAttribute(name, AssetEndpoints.Versioned(attribute.Value.ToString()!));
        }
    }
}
