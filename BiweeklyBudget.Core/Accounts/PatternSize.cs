using System.Globalization;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// Guesses how large the automaton of a pattern becomes: repetitions with a count are written out in it, those within each other multiply, and
/// <c>((a{99}){99}){99}</c> has a million states.
/// </summary>
internal static class PatternSize
{
    /// <summary>States up to which an automaton is built; a pattern that a person writes has some hundred at most.</summary>
    public const long Largest = 4_000;

    private const long Overflow = long.MaxValue / 2_000_000_000;

    /// <summary>The number of characters that a pattern stands for when its counts are written out.</summary>
    public static long Of(ReadOnlySpan<char> pattern)
    {
        var outer = new Stack<long>();
        var (sum, last) = (0L, 0L);
        for (var at = 0; at < pattern.Length;)
        {
            switch (pattern[at])
            {
                case '(':
                    outer.Push(sum + last);
                    (sum, last, at) = (0, 0, at + 1);
                    break;
                case ')' when outer.Count > 0:
                    (last, sum, at) = (sum + last, outer.Pop(), at + 1);
                    break;
                case '{' when Count(pattern[at..]) is { Length: > 0 } count:
                    (last, at) = (Math.Min(Overflow, last * Math.Max(1, count.Times)), at + count.Length);
                    break;
                default:
                    (sum, last, at) = (Math.Min(Overflow, sum + last), 1, at + AtomLength(pattern[at..]));
                    break;
            }

            sum = Math.Min(Overflow, sum);
        }

        while (outer.TryPop(out var more))
        {
            sum = Math.Min(Overflow, sum + more);
        }

        return sum + last;
    }

    private static int AtomLength(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '\\')
        {
            return Math.Min(2, rest.Length);
        }

        if (rest[0] != '[')
        {
            return 1;
        }

        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] == '\\')
            {
                at++;
            }
            else if (rest[at] == ']' && at > (rest[1] == '^' ? 2 : 1))
            {
                return at + 1;
            }
        }

        return rest.Length;
    }

    /// <summary>A repetition such as <c>{3}</c>, <c>{2,}</c> or <c>{2,7}</c>; of length 0 when it is none.</summary>
    private static (int Length, long Times) Count(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('}');
        if (end < 2)
        {
            return default;
        }

        var counts = rest[1..end];
        var comma = counts.IndexOf(',');
        var least = comma < 0 ? counts : counts[..comma];
        var most = comma < 0 ? counts : counts[(comma + 1)..];
        return Number(least, out var from) && Number(most, out var to) ? (end + 1, Math.Max(from, to)) : default;
    }

    private static bool Number(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.Length > 9)
        {
            number = 1_000_000_000;
            return text.IndexOfAnyExceptInRange('0', '9') < 0;
        }

        return text.IsEmpty || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
