using System.Data.Common;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The row that a statement of our own is at. Its values mean the same on both engines, as EF would read them; each is fetched from the driver once, while EF asks first whether there is
/// one, which on SQLite takes as long as fetching it.
/// </summary>
/// <param name="row">The driver's row.</param>
internal sealed class OwnRow(DbDataReader row)
{
    private const decimal TenThousand = 10_000m;

    private (string Text, DateOnly Day) _day = ("", default);

    /// <summary>A number that the table cannot be without.</summary>
    public int Number(int column) => NumberOrNull(column) ?? throw new InvalidOperationException($"{row.GetName(column)} is NULL.");

    /// <summary>A number.</summary>
    public int? NumberOrNull(int column) => row.GetValue(column) switch
    {
        int number => number,
        long number => checked((int)number),
        short number => number,
        DBNull => null,
        _ => row.GetInt32(column),
    };

    /// <summary>An amount that the table cannot be without.</summary>
    public decimal Amount(int column) => AmountOrNull(column) ?? throw new InvalidOperationException($"{row.GetName(column)} is NULL.");

    /// <summary>An amount: a decimal number, on SQLite a whole number of ten-thousandths.</summary>
    public decimal? AmountOrNull(int column) => row.GetValue(column) switch
    {
        decimal amount => amount,
        long tenThousandths => tenThousandths / TenThousand,
        DBNull => null,
        _ => row.GetInt64(column) / TenThousand,
    };

    /// <summary>A text.</summary>
    public string? Text(int column) => row.GetValue(column) switch
    {
        string text => text,
        DBNull => null,
        _ => row.GetString(column),
    };

    /// <summary>A yes or a no.</summary>
    public bool? IsOrNull(int column) => row.GetValue(column) switch
    {
        bool flag => flag,
        long number => number != 0,
        DBNull => null,
        _ => row.GetBoolean(column),
    };

    /// <summary>A day.</summary>
    public DateOnly? DayOrNull(int column) => row.GetValue(column) switch
    {
        DateTime midnight => DateOnly.FromDateTime(midnight),
        string text => DayOf(text, column),
        DBNull => null,
        _ => row.GetFieldValue<DateOnly>(column),
    };

    // SQLite gives the same text for many rows one after the other, as they are found by it.
    private DateOnly DayOf(string text, int column)
    {
        if (!string.Equals(text, _day.Text, StringComparison.Ordinal))
        {
            _day = (text, row.GetFieldValue<DateOnly>(column));
        }

        return _day.Day;
    }
}
