using BiweeklyBudget.Core.Money;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>An amount of money: <c>&lt;bb-money amount="…" /&gt;</c>. Negative amounts are red; an unknown one is a dash for the eye and empty for the table.</summary>
[HtmlTargetElement("bb-money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper(MoneyFormat format) : TagHelper
{
    /// <summary>Longer texts need the room of two where there is little.</summary>
    internal const int UsualLength = 15;

    /// <summary>The amount, or null.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Leaves a negative amount in the text's colour: income on a list of transactions is nothing to worry about.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var cell = MoneyCell.Of(Amount, format);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var style = cell.IsNegative && !Plain ? "bb-money text-danger" : "bb-money";
        output.Attributes.SetAttribute("class", cell.Text.Length > UsualLength ? style + " bb-long" : style);
        output.Content.SetContent(Amount is null ? "–" : cell.Text);
    }
}
