using System.Globalization;

namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>One value of a row, equal on both engines when it means the same.</summary>
internal readonly struct StoredValue
{
    private StoredValue(StoredValueKind kind, long number, object? content)
    {
        Kind = kind;
        Number = number;
        Content = content;
    }

    public StoredValueKind Kind { get; }

    /// <summary>The whole number; of a floating-point number, its bits.</summary>
    public long Number { get; }

    private object? Content { get; }

    public string Text => (string)Content!;

    public byte[] Bytes => (byte[])Content!;

    public static StoredValue Null => default;

    public static StoredValue OfInteger(long value) => new(StoredValueKind.Integer, value, null);

    public static StoredValue OfText(string value) => new(StoredValueKind.Text, 0, value);

    public static StoredValue OfBytes(byte[] value) => new(StoredValueKind.Bytes, 0, value);

    public static StoredValue OfBits(long bits) => new(StoredValueKind.Real, bits, null);

    public static StoredValue OfDecimal(string text) => new(StoredValueKind.Decimal, 0, text);

    /// <summary>Money as whole ten-thousandths; as text where that is impossible.</summary>
    public static StoredValue OfMoney(decimal value)
    {
        if (Math.Abs(value) <= long.MaxValue / 10_000)
        {
            var scaled = value * 10_000m;
            if (scaled == decimal.Truncate(scaled))
            {
                return OfInteger((long)scaled);
            }
        }

        return OfDecimal(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Money.</summary>
    public decimal ToMoney() => Kind == StoredValueKind.Integer ? Number / 10_000m : decimal.Parse(Text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
