using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// Reads typed values out of a form and collects what is wrong with them. The accepted spellings and the messages are those
/// of spec/http-api.md §1.1, §4 and its §19: they belong to the domain, not to HTTP, because every way of saving obeys them.
/// </summary>
/// <param name="form">The submitted fields.</param>
internal sealed class FieldReader(FormValues form)
{
    /// <summary>The submitted fields.</summary>
    public FormValues Form => form;

    /// <summary>What is wrong so far.</summary>
    public FieldErrors Errors { get; } = new(form);

    /// <summary>Whether a field is missing, null or blank.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>Whether nothing was given.</returns>
    public bool IsBlank(string field) => form[field].IsBlank;

    /// <summary>Whether a reference chooses nothing: blank, or the text <c>None</c> that an empty dropdown sends.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>Whether nothing was chosen.</returns>
    public bool IsNone(string field) => IsBlank(field) || (form[field].Kind == FormValueKind.Text && form[field].Text.Trim() == "None");

    /// <summary>The record's own key.</summary>
    /// <returns>The id; null for a new record, or with an error for something that is no id.</returns>
    public int? RowId() => IsBlank("id") ? null : Key("id");

    /// <summary>The key of another row, which must be chosen.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="whenNone">The message when nothing is chosen.</param>
    /// <returns>The id; null with an error.</returns>
    public int? Reference(string field, string whenNone)
    {
        if (!IsNone(field))
        {
            return Key(field);
        }

        Errors.Add(field, whenNone);
        return null;
    }

    /// <summary>A trimmed text; empty when blank or not submitted.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The text.</returns>
    public string Text(string field) => Raw(field).Trim();

    /// <summary>A text as it was submitted, with blanks around it; empty when not submitted.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The text.</returns>
    public string VerbatimText(string field) => Raw(field);

    /// <summary>A trimmed text; null when blank or not submitted.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The text or null.</returns>
    public string? TextOrNull(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>An amount that must be given.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The amount; null with an error.</returns>
    public decimal? Amount(string field) => IsTyped(field) ? Typed(field, form[field], decimals: null) : Amount(field, form[field]);

    /// <summary>An amount that is a part of a field and must be given.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="part">The part.</param>
    /// <returns>The amount; null with an error of the field.</returns>
    public decimal? Amount(string field, FormValue part)
    {
        if (ParseAmount(part) is not { } amount)
        {
            Errors.Add(field, InvalidDecimal(part));
            return null;
        }

        if (!StorableAmount.IsInRange(amount))
        {
            Errors.Add(field, StorableAmount.RangeMessage);
            return null;
        }

        return amount;
    }

    /// <summary>An amount that is a part of a field, as a person typed it where the form says so, and must be given.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="part">The part.</param>
    /// <returns>The amount; null with an error of the field.</returns>
    public decimal? PartAmount(string field, FormValue part) => form.TypedIn is not null && part.Kind == FormValueKind.Text ? Typed(field, part, decimals: null) : Amount(field, part);

    /// <summary>An amount that may be left out.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The amount; null when blank, or with an error.</returns>
    public decimal? AmountOrNull(string field) => IsBlank(field) ? null : Amount(field);

    /// <summary>An amount that must be given, of a field whose sign a choice beside it says: positive for an expense, negative for income (spec/domain.md).</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The amount; null with an error.</returns>
    public decimal? SignedAmount(string field) => Amount(field) is { } amount ? form.TypedIn is not null && form["direction"].Text == "income" ? -Math.Abs(amount) : amount : null;

    /// <summary>An amount that must be given, in forms that upstream reads as binary floating point: only the message differs.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The amount; null with an error.</returns>
    public decimal? Cost(string field)
    {
        if (IsTyped(field) || ParseAmount(form[field]) is not null)
        {
            return Amount(field);
        }

        Errors.Add(field, $"Invalid float value: \"{form[field].Text}\"");
        return null;
    }

    /// <summary>A whole number that must be given.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The number, one with too many digits as the least or the greatest there is; null with an error.</returns>
    public int? WholeNumber(string field)
    {
        var value = form[field];
        var text = value.Text.Trim();
        if (value.Kind is not (FormValueKind.Text or FormValueKind.Number) || !IsDigits(text.StartsWith('-') ? text[1..] : text, 40))
        {
            Errors.Add(field, InvalidInteger(value));
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : text[0] == '-' ? int.MinValue
            : int.MaxValue;
    }

    /// <summary>A whole number that must be given, in its one canonical spelling (spec/fuel.md §6): no leading zero, plus sign or blank.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The number; null with an error.</returns>
    public int? CanonicalNumber(string field)
    {
        var (value, errors) = (form[field], Errors.Of(field));
        var number = WholeNumber(field);
        var digits = value.Text.StartsWith('-') ? value.Text[1..] : value.Text;
        if (number is not null && (digits != digits.Trim() || (digits.Length > 1 && digits[0] == '0') || value.Text == "-0") && !errors)
        {
            Errors.Add(field, InvalidInteger(value));
            return null;
        }

        return number;
    }

    /// <summary>A measured number that must be given: any finite decimal (spec/http-api.md fix 10); more decimals than are stored are for whoever stores it to round.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The number; null with an error.</returns>
    public decimal? Measure(string field)
    {
        var value = form[field];
        var text = value.Text.Trim();
        if (value.Kind is FormValueKind.Text or FormValueKind.Number && IsDecimalNumber(text)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Errors.Add(field, $"Invalid float value: \"{value.Text}\"");
        return null;
    }

    /// <summary>What something costs or one unit of it, where upstream takes any measured number.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="decimals">Most decimals when a person typed it; null for the currency's.</param>
    /// <returns>The number; null with an error.</returns>
    public decimal? MeasuredCost(string field, int? decimals = null) => IsTyped(field) ? Typed(field, form[field], decimals) : Measure(field);

    /// <summary>A flag.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The flag; null when blank, or with an error.</returns>
    public bool? Flag(string field)
    {
        switch (form[field])
        {
            case { IsBlank: true }:
                return null;
            case { Kind: FormValueKind.Boolean or FormValueKind.Text or FormValueKind.Number, Text: "true" or "on" or "1" }:
                return true;
            case { Kind: FormValueKind.Boolean or FormValueKind.Text or FormValueKind.Number, Text: "false" or "off" or "0" }:
                return false;
            default:
                Errors.Add(field, $"Invalid boolean value: \"{form[field].Text}\"");
                return null;
        }
    }

    /// <summary>A day that must be given, as <c>YYYY-MM-DD</c>; month and day may have one digit.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>The day; null with an error.</returns>
    public DateOnly? Date(string field)
    {
        var value = form[field];
        if (value.Kind == FormValueKind.Text
            && IsDay(value.Text)
            && DateOnly.TryParseExact(value.Text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year >= 1000)
        {
            return date;
        }

        Errors.Add(field, $"Date \"{value.Text}\" is not valid (YYYY-MM-DD)");
        return null;
    }

    /// <summary>Reads a number with as many decimals as an amount can have; no exponent.</summary>
    /// <param name="value">A submitted value.</param>
    /// <returns>The amount with the decimals that were written; null when it is none.</returns>
    private static decimal? ParseAmount(FormValue value)
    {
        var text = value.Text.Trim();
        if (value.Kind is not (FormValueKind.Text or FormValueKind.Number)
            || !IsDecimalNumber(text)
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || decimal.Round(amount, 4) != amount)
        {
            return null;
        }

        return amount;
    }

    private bool IsTyped(string field) => form.TypedIn is not null && form[field].Kind == FormValueKind.Text;

    private decimal? Typed(string field, FormValue value, int? decimals)
    {
        var reading = form.TypedIn!.Read(value.Text, decimals);
        if (reading.Refusal is not null)
        {
            Errors.Add(field, reading.Message);
        }

        return reading.Amount;
    }

    /// <summary>The message for a value that is no amount.</summary>
    /// <param name="value">The submitted value.</param>
    /// <returns>The message.</returns>
    private static string InvalidDecimal(FormValue value) => $"Invalid Decimal value: \"{value.Text}\"";

    private static string InvalidInteger(FormValue value) => $"Invalid integer value: \"{value.Text}\"";

    private int? Key(string field)
    {
        var value = form[field];
        var text = value.Text.Trim();
        if (value.Kind is FormValueKind.Text or FormValueKind.Number && IsDigits(text, 40)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        Errors.Add(field, InvalidInteger(value));
        return null;
    }

    private string Raw(string field)
    {
        var value = form[field];
        if (value.Kind is FormValueKind.Boolean or FormValueKind.Map or FormValueKind.Unusable)
        {
            Errors.Add(field, "Invalid text value");
            return "";
        }

        return value.Text;
    }

    // No amount needs as many digits; absurdly long ones are kept away from the parsers.
    private static bool IsDecimalNumber(string text)
    {
        var unsigned = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var dot = unsigned.IndexOf('.', StringComparison.Ordinal);
        var digits = dot < 0 ? unsigned : unsigned.Remove(dot, 1);
        return IsDigits(digits, 60);
    }

    private static bool IsDigits(string text, int most) => text.Length > 0 && text.Length <= most && text.All(char.IsAsciiDigit);

    private static bool IsDay(string text) => text.Split('-') is [{ Length: 4 } year, var month, var day] && IsDigits(year, 4) && IsDigits(month, 2) && IsDigits(day, 2);
}
