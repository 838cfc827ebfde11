using System.Globalization;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Times as OFX writes them (spec/bank-data.md §1.4): <c>YYYYMMDD[HHMM[SS]][.fraction][zone]</c>, and what banks make of that.</summary>
internal static class OfxDate
{
    private const int LongestForm = 14;

    private static readonly string[] Forms = ["yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    /// <summary>Reads a time; its fraction of a second is dropped, because columns hold whole seconds.</summary>
    /// <param name="text">The trimmed text.</param>
    /// <param name="utc">The instant; null for a date of zeros, which means none.</param>
    public static bool TryParse(string text, out DateTime? utc) => TryParse(text, out utc, out _);

    /// <summary>The same, with the day as it is written.</summary>
    /// <param name="text">The trimmed text.</param>
    /// <param name="utc">The instant; null for a date of zeros, which means none.</param>
    /// <param name="day">The day in the writer's own zone; null likewise.</param>
    public static bool TryParse(string text, out DateTime? utc, out DateOnly? day)
    {
        utc = null;
        day = null;
        var digits = Digits(text);
        var rest = text.AsSpan(digits);
        if (rest.Length > 0 && rest[0] is '.' or ',' or ':')
        {
            rest = rest[(1 + Digits(rest[1..]))..];
        }

        if (!TryOffset(rest.Trim(), out var offset))
        {
            return false;
        }

        if (text.StartsWith("00000000", StringComparison.Ordinal))
        {
            return true;
        }

        // What stands behind the seconds is a fraction of one, with or without a point. Years that MySQL's DATETIME does not promise to hold are slips of the pen.
        if (!DateTime.TryParseExact(text.AsSpan(0, Math.Min(digits, LongestForm)), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1000 or > 9998)
        {
            return false;
        }

        utc = DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
        day = DateOnly.FromDateTime(local);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    /// <summary>
    /// Hours east of Greenwich. A zone without a number, such as <c>[GMT]</c> or <c>[-:EST]</c>, says nothing that could be relied on: UTC, as upstream takes
    /// it. Outside brackets only the names of UTC are unmistakable.
    /// </summary>
    private static bool TryOffset(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone.IsEmpty || zone is "Z" or "z" || zone.Equals("GMT", StringComparison.OrdinalIgnoreCase) || zone.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (zone.Length < 2 || zone[0] != '[' || zone[^1] != ']')
        {
            return false;
        }

        var hours = zone[1..^1];
        var colon = hours.IndexOf(':');
        hours = (colon < 0 ? hours : hours[..colon]).Trim();
        if (hours.IndexOfAnyInRange('0', '9') < 0)
        {
            return !hours.Contains('[');
        }

        if (hours.Length > 8 || !decimal.TryParse(hours, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > 24m)
        {
            return false;
        }

        offset = TimeSpan.FromSeconds((long)(value * 3600m));
        return true;
    }
}
