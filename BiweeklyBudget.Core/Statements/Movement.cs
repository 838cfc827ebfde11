using System.Text;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What tells one movement of money from another one, apart from the bank's id for it (docs/adr/0026).</summary>
/// <param name="Day">The bank's own day.</param>
/// <param name="Posted">The instant, UTC: older rows know no other day.</param>
/// <param name="Amount">With the bank's sign.</param>
/// <param name="Name">The name in upper case, its words with one space between them.</param>
/// <param name="Text">Name and memo without spaces, in upper case.</param>
internal readonly record struct Movement(DateOnly Day, DateTime Posted, decimal Amount, string Name, string Text)
{
    /// <summary>Days between a movement and the bank's correction of it, such as a tip or the day when it was really posted.</summary>
    public const int MostDaysApart = 10;

    /// <summary>The day of the instant in UTC.</summary>
    public DateOnly UtcDay => DateOnly.FromDateTime(Posted);

    /// <summary>A movement with texts as they are stored. Neither spaces nor case count, and not where the name ends and the memo begins, which an account's option moves.</summary>
    public static Movement Of(DateOnly day, DateTime posted, decimal amount, string? name, string? memo)
    {
        var text = new StringBuilder((name?.Length ?? 0) + (memo?.Length ?? 0));
        AppendWords(text, name, " ");
        var words = text.ToString().ToUpperInvariant();
        text.Clear();
        AppendWords(text, name, "");
        AppendWords(text, memo, "");
        return new Movement(day, posted, amount, words, text.ToString().ToUpperInvariant());
    }

    /// <summary>Whether it is the other one, if the bank gave both the same id.</summary>
    public Likeness To(Movement other)
    {
        var (isSameAmount, isEqualText) = (Amount == other.Amount, Text == other.Text);
        if (isSameAmount && (Day == other.Day || Posted == other.Posted))
        {
            return isEqualText ? Likeness.Equal : Likeness.Same;
        }

        return DaysTo(other) <= MostDaysApart && (isSameAmount || isEqualText || IsSameName(other)) ? Likeness.Corrected : Likeness.None;
    }

    /// <summary>Days between the two.</summary>
    public int DaysTo(Movement other) => Math.Abs(Day.DayNumber - other.Day.DayNumber);

    /// <summary>Whether the names say the same: one may complete the other by further words.</summary>
    private bool IsSameName(Movement other)
    {
        var (shorter, longer) = Name.Length <= other.Name.Length ? (Name, other.Name) : (other.Name, Name);
        return shorter.Length > 0 && longer.StartsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || longer[shorter.Length] == ' ');
    }

    /// <summary>Appends the words of a text with something else between them than was there.</summary>
    private static void AppendWords(StringBuilder to, string? text, string between)
    {
        var isFirst = true;
        for (var rest = text.AsSpan().TrimStart(); !rest.IsEmpty; rest = rest.TrimStart())
        {
            var length = 1;
            while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
            {
                length++;
            }

            to.Append(isFirst ? "" : between).Append(rest[..length]);
            rest = rest[length..];
            isFirst = false;
        }
    }
}
