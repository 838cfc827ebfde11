using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Saving;

/// <summary>Collects what is wrong with a command.</summary>
internal sealed class Problems
{
    /// <summary>Most problems of one property; further ones tell nobody anything and are left out.</summary>
    public const int MostPerProperty = 20;

    private readonly List<Problem> _found = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _unknown;

    /// <summary>No problems yet.</summary>
    /// <param name="unknown">Properties whose values are not known yet: nothing is said about them.</param>
    public Problems(IReadOnlySet<string>? unknown = null) => _unknown = unknown ?? FrozenSet<string>.Empty;

    private Problems(Problems others)
    {
        _unknown = others._unknown;
        _found = [.. others._found];
        _counts = new(others._counts, StringComparer.Ordinal);
        Refusal = others.Refusal;
    }

    /// <summary>The problems in the order found.</summary>
    public IReadOnlyList<Problem> Found => _found;

    /// <summary>Whether a property has a problem.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>A reason that is no property's; the first one counts.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>Whether a property's value is known. A rule about several properties asks this of each.</summary>
    public bool Knows(string property) => !_unknown.Contains(property);

    /// <summary>Whether every value is known and nothing is wrong with any: what is to be said then depends on all of them.</summary>
    public bool IsClean => !Any && Refusal is null && _unknown.Count == 0;

    /// <summary>Adds a problem of a property, unless its value is unknown.</summary>
    public void Add(string property, ProblemCode code, string message, string? plain = null)
    {
        if (Knows(property) && _counts.GetValueOrDefault(property) is var count && count < MostPerProperty)
        {
            _counts[property] = count + 1;
            _found.Add(new Problem(property, code, message) { Plain = plain });
        }
    }

    /// <summary>Checks a text that may be empty: valid Unicode, and no more characters than its column holds.</summary>
    public void CheckText(string property, string? text, int most = TextLength.Usual)
    {
        if (text is null)
        {
            return;
        }

        if (!TextLength.IsValid(text))
        {
            Add(property, ProblemCode.BadFormat, "Invalid text value");
        }
        else if (TextLength.Of(text) > most)
        {
            Add(property, ProblemCode.TooLong, string.Create(CultureInfo.InvariantCulture, $"Cannot be longer than {most} characters"));
        }
    }

    /// <summary>Checks a text of a TEXT column: no more bytes than it holds.</summary>
    public void CheckLongText(string property, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > TextLength.LongTextBytes)
        {
            Add(property, ProblemCode.TooLong, string.Create(CultureInfo.InvariantCulture, $"Cannot be longer than {TextLength.LongTextBytes} bytes"));
        }
    }

    /// <summary>Checks a text that must not be blank.</summary>
    public void RequireText(string property, string? text, string whenBlank, int most = TextLength.Usual)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(property, ProblemCode.Missing, whenBlank);
        }
        else
        {
            CheckText(property, text, most);
        }
    }

    /// <summary>Checks that money can move on a day; what is stored already may stay as it is.</summary>
    /// <param name="property">The property.</param>
    /// <param name="date">Its value.</param>
    /// <param name="stored">The day that the row has; null for a new one.</param>
    public void CheckDate(string property, DateOnly date, DateOnly? stored = null)
    {
        if (date != stored && !StorableDate.Holds(date))
        {
            Add(property, ProblemCode.OutOfRange, StorableDate.RangeMessage);
        }
    }

    /// <summary>Checks that an amount fits its column: four decimals, up to 99,999,999,999,999.9999.</summary>
    public void CheckAmount(string property, decimal? amount)
    {
        if (amount is not { } value || StorableAmount.Holds(value))
        {
            return;
        }

        Add(property, ProblemCode.OutOfRange, StorableAmount.IsInRange(value) ? string.Create(CultureInfo.InvariantCulture, $"Invalid Decimal value: \"{value}\"") : StorableAmount.RangeMessage);
    }

    /// <summary>Checks that an amount is not zero and fits its column.</summary>
    public void RequireAmount(string property, decimal amount)
    {
        CheckAmount(property, amount);
        if (amount == 0)
        {
            Add(property, ProblemCode.OutOfRange, "Amount cannot be zero");
        }
    }

    /// <summary>Checks that an amount is greater than zero and fits its column.</summary>
    public void RequirePositiveAmount(string property, decimal amount)
    {
        RequireAmount(property, amount);
        if (amount < 0)
        {
            Add(property, ProblemCode.OutOfRange, "Amount cannot be negative");
        }
    }

    /// <summary>Adds a reason that is no property's.</summary>
    public void Refuse(ProblemCode code, string message, int? rowId = null, string? plain = null) => Refusal ??= new Problem(null, code, message) { RowId = rowId, Plain = plain };

    /// <summary>The same, for one who adds to it.</summary>
    public Problems Copy() => new(this);
}
