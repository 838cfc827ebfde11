namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>An element with elements in it, while it is open: its fields so far, and what was made of the aggregates in it.</summary>
/// <param name="name">In upper case.</param>
/// <param name="line">Line of its start tag, from 1.</param>
/// <param name="parent">The aggregate around it; null for the outermost.</param>
internal sealed class OfxAggregate(string name, int line, OfxAggregate? parent)
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "CODE", "SEVERITY", "MESSAGE", "DTSERVER", "FID", "CURDEF", "BANKID", "ACCTID", "ACCTTYPE", "BROKERID", "BALAMT", "DTASOF",
        "FITID", "TRNTYPE", "DTPOSTED", "TRNAMT", "NAME", "MEMO", "CHECKNUM", "SIC", "UNITS", "UNITPRICE", "MKTVAL", "DTPRICEASOF",
        "DTEND", "CURRATE", "CURSYM", "CORRECTFITID", "CORRECTACTION",
    };

    private readonly Dictionary<string, OfxField> _fields = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public int Line { get; } = line;

    public OfxAggregate? Parent { get; } = parent;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>The statement that this aggregate is, if it is one.</summary>
    public OfxStatementParts? Statement { get; set; }

    /// <summary>Whether it is a field that this program reads, which therefore never has elements in it.</summary>
    public static bool IsField(string name) => Wanted.Contains(name);

    /// <summary>Keeps a field if anybody reads it; the first one counts.</summary>
    public void Add(string field, OfxField value)
    {
        if (Wanted.Contains(field))
        {
            _fields.TryAdd(field, value);
        }
    }

    /// <summary>Takes over some fields of an aggregate within this one.</summary>
    public void AddFrom(OfxAggregate inner, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (inner.Find(field) is { } value)
            {
                Add(field, value);
            }
        }
    }

    /// <summary>A field, or null when absent.</summary>
    public OfxField? Find(string field) => _fields.TryGetValue(field, out var value) ? value : null;

    /// <summary>A field's text, or null when absent.</summary>
    public string? Text(string field) => Find(field)?.Text;
}
