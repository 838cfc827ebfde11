using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Api;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Ui.Forms;

/// <summary>
/// A field of a form with its label, hint and place for errors, in the markup that wwwroot/bb/js/fields.js knows:
/// <c>&lt;bb-field name="amount" label="Amount" kind="money" value="…" /&gt;</c>.
/// </summary>
[HtmlTargetElement("bb-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(MoneyFormat money) : TagHelper
{
    /// <summary>Name in the HTTP interface.</summary>
    public string Name { get; set; } = "";

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary><c>text</c>, <c>lines</c>, <c>date</c>, <c>money</c>, <c>number</c>, <c>decimal</c>, <c>flag</c>, <c>choice</c> or <c>radios</c>.</summary>
    public string Kind { get; set; } = "text";

    /// <summary>The value; of a flag <c>true</c> or <c>false</c>.</summary>
    public string? Value { get; set; }

    /// <summary>A sentence below the field.</summary>
    public string? Hint { get; set; }

    /// <summary>What is said when the field is left blank; null when it may be.</summary>
    public string? Required { get; set; }

    /// <summary>Most characters.</summary>
    public int? Max { get; set; }

    /// <summary>Values of a choice or of radios.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Whether a choice starts with an empty line.</summary>
    public bool Blank { get; set; }

    /// <summary>Whether the value is sent as true or false.</summary>
    public bool Boolean { get; set; }

    /// <summary>Whether it is only looked at.</summary>
    public bool Fixed { get; set; }

    /// <summary>Most decimals of an amount; null for the currency's.</summary>
    public int? Decimals { get; set; }

    /// <summary>Whether an amount is typed without a sign, because the form has a switch between expense and income (Direction.cshtml).</summary>
    public bool WithoutSign { get; set; }

    /// <summary>Why it cannot be changed, in the place of its hint; null when it can.</summary>
    public string? Locked { get; set; }

    /// <summary>Whether the cursor starts here.</summary>
    public bool Focus { get; set; }

    /// <summary>What the ids of the markup begin with: another one than the dialog's for a form that stands on a page which also has dialogs with fields of the same names.</summary>
    public string Prefix { get; set; } = "field";

    private string Id => $"{Prefix}-{Name}";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = Kind == "radios" ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        // What is not given arrives as an empty text.
        Locked = string.IsNullOrEmpty(Locked) ? null : Locked;
        output.Attributes.SetAttribute("class", Locked is null ? "bb-field" : "bb-field bb-locked");
        Hint = Locked ?? Hint;
        if (Kind == "flag")
        {
            output.Content.AppendHtml(Check(Control("input", "form-check-input"), Id, Label)).AppendHtml(Said());
        }
        else
        {
            output.Content.AppendHtml(LabelTag()).AppendHtml(Body());
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Text("div", "form-text", Hint, Id + "-hint"));
        }

        var errors = Text("div", "bb-errors", "", Id + "-errors");
        errors.Attributes["data-bb-errors-for"] = Name;
        output.Content.AppendHtml(errors);
    }

    // A browser without script sends nothing for a flag that is off; this says that it was asked.
    private TagBuilder Said()
    {
        var said = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Set(said, ("type", "hidden"), ("name", Api.FormBody.Flags), ("value", Name));
        return said;
    }

    private TagBuilder LabelTag()
    {
        var label = Text(Kind == "radios" ? "legend" : "label", "form-label", Label, null);
        if (Kind != "radios")
        {
            label.Attributes["for"] = Id;
        }

        return label;
    }

    private TagBuilder Body()
    {
        switch (Kind)
        {
            case "lines":
                var lines = Control("textarea", "form-control");
                lines.Attributes["rows"] = "2";
                lines.InnerHtml.Append(Value ?? "");
                return lines;
            case "choice":
                return Choice();
            case "radios":
                return Radios();
            case "money":
                var group = new TagBuilder("div");
                group.AddCssClass("input-group");
                group.InnerHtml.AppendHtml(Text("span", "input-group-text", money.Symbol, null)).AppendHtml(Control("input", "form-control"));
                return group;
            default:
                return Control("input", "form-control");
        }
    }

    private TagBuilder Choice()
    {
        var select = Control("select", "form-select");
        if (Blank)
        {
            select.InnerHtml.AppendHtml(Option(new SelectListItem("", "")));
        }

        foreach (var item in Items ?? [])
        {
            select.InnerHtml.AppendHtml(Option(item));
        }

        return select;
    }

    private TagBuilder Radios()
    {
        var box = new TagBuilder("div");
        box.AddCssClass("bb-choices");
        foreach (var item in Items ?? [])
        {
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            var id = $"{Id}-{item.Value}";
            radio.AddCssClass("form-check-input");
            Set(radio, ("type", "radio"), ("name", Name), ("value", item.Value), ("id", id), ("checked", item.Selected ? "checked" : null), ("data-bool", Boolean ? "" : null), ("disabled", Locked is null ? null : "disabled"));
            box.InnerHtml.AppendHtml(Check(radio, id, item.Text));
        }

        return box;
    }

    private TagBuilder Control(string tag, string style)
    {
        var control = new TagBuilder(tag) { TagRenderMode = tag == "input" ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        control.AddCssClass(style);
        Set(
            control,
            ("id", Id),
            ("name", Name),
            ("required", Required is null ? null : "required"),
            ("data-required", Required is null ? null : FieldWords.Of(Required) ?? Required),
            ("maxlength", Max?.ToString(CultureInfo.InvariantCulture)),
            ("aria-describedby", Hint is null ? Id + "-errors" : $"{Id}-hint {Id}-errors"),
            ("autocomplete", "off"),
            ("readonly", Fixed ? "readonly" : null),
            ("disabled", Locked is null ? null : "disabled"),
            ("autofocus", Focus ? "autofocus" : null));
        if (tag != "input")
        {
            return control;
        }

        Set(control, ("type", Kind switch { "date" => "date", "flag" => "checkbox", _ => "text" }), ("inputmode", Kind switch { "money" or "decimal" => "decimal", "number" => "numeric", _ => null }), ("data-kind", Kind == "money" ? Kind : null));
        var amount = Kind == "money" && decimal.TryParse(Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var stored) ? WithoutSign ? Math.Abs(stored) : stored : (decimal?)null;
        Set(control, Kind == "flag" ? ("checked", Value == "true" ? "checked" : null) : ("value", amount is null ? Value ?? "" : FieldText.Typed(amount, money)));
        Set(control, ("data-signed", WithoutSign ? "" : null), ("data-decimals", Kind == "money" ? FieldText.Decimals(amount, money, Decimals) : null));
        return control;
    }

    private static TagBuilder Option(SelectListItem item)
    {
        var option = Text("option", null, item.Text, null);
        Set(option, ("value", item.Value), ("selected", item.Selected ? "selected" : null));
        return option;
    }

    private static TagBuilder Check(TagBuilder input, string id, string label)
    {
        var box = new TagBuilder("div");
        box.AddCssClass("form-check");
        var text = Text("label", "form-check-label", label, null);
        text.Attributes["for"] = id;
        box.InnerHtml.AppendHtml(input).AppendHtml(text);
        return box;
    }

    private static TagBuilder Text(string tag, string? style, string text, string? id)
    {
        var element = new TagBuilder(tag);
        Set(element, ("class", style), ("id", id));
        element.InnerHtml.Append(text);
        return element;
    }

    private static void Set(TagBuilder element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[name] = value;
            }
        }
    }
}
