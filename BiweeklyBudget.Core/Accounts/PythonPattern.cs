using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// A user's regular expression in Python's syntax, as upstream stores it, tried at the start of a text and ignoring case
/// (spec/domain.md §11.1). Matching takes bounded time (D 20): linear where the pattern allows it, otherwise cut off.
/// </summary>
internal sealed class PythonPattern
{
    // Far beyond what an honest pattern needs: on a busy machine the clock also counts the time of others, and a match that is given up marks nothing.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Regex _regex;

    private PythonPattern(Regex regex) => _regex = regex;

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">Python's syntax.</param>
    /// <param name="compiled">The pattern.</param>
    /// <returns>False when it does not compile, or means something that cannot be expressed here.</returns>
    public static bool TryCompile(string pattern, [NotNullWhen(true)] out PythonPattern? compiled) => TryCompile(pattern, Limit, out compiled);

    /// <summary>The same, with a limit for the time of one match.</summary>
    public static bool TryCompile(string pattern, TimeSpan limit, [NotNullWhen(true)] out PythonPattern? compiled)
    {
        compiled = null;
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            compiled = new PythonPattern(Build(Translate(pattern), options, limit));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Whether the text begins with a match.</summary>
    /// <exception cref="RegexMatchTimeoutException">The pattern takes too long on this text.</exception>
    public bool MatchesStartOf(string text) => _regex.Match(text) is { Success: true, Index: 0 };

    private static Regex Build(string pattern, RegexOptions options, TimeSpan limit)
    {
        // An automaton is linear in the text. One with too many states takes more memory than a machine has.
        if (PatternSize.Of(pattern) <= PatternSize.Largest)
        {
            try
            {
                return new Regex(pattern, options | RegexOptions.NonBacktracking, limit);
            }
            catch (NotSupportedException)
            {
                // Look-around and back-references need backtracking.
            }
        }

        return new Regex(pattern, options, limit);
    }

    /// <summary>Rewrites what is spelled differently here: named groups, <c>\Z</c>, <c>{,n}</c>, and brackets inside a set.</summary>
    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var position = 0;
        while (position < pattern.Length)
        {
            position += pattern[position] switch
            {
                '\\' => Escape(pattern.AsSpan(position), result),
                '[' => Set(pattern.AsSpan(position), result),
                '(' => Group(pattern.AsSpan(position), result),
                '{' when pattern.AsSpan(position).StartsWith("{,") => Replace("{,", "{0,", result),
                var other => Replace(other.ToString(), other.ToString(), result),
            };
        }

        return result.ToString();
    }

    private static int Replace(string from, string to, StringBuilder result)
    {
        result.Append(to);
        return from.Length;
    }

    private static int Escape(ReadOnlySpan<char> rest, StringBuilder result)
    {
        result.Append(rest.StartsWith(@"\Z") ? @"\z" : rest[..Math.Min(2, rest.Length)]);
        return Math.Min(2, rest.Length);
    }

    private static int Group(ReadOnlySpan<char> rest, StringBuilder result)
    {
        if (rest.StartsWith("(?P<"))
        {
            return Replace("(?P<", "(?<", result);
        }

        if (!rest.StartsWith("(?P="))
        {
            return Replace("(", "(", result);
        }

        var end = rest.IndexOf(')');
        if (end < 0)
        {
            throw new ArgumentException("A reference to a named group has no end.", nameof(rest));
        }

        result.Append(@"\k<").Append(rest[4..end]).Append('>');
        return end + 1;
    }

    private static int Set(ReadOnlySpan<char> rest, StringBuilder result)
    {
        var position = rest.StartsWith("[^") ? 2 : 1;
        result.Append(rest[..position]);
        for (var first = true; position < rest.Length; first = false)
        {
            if (rest[position] == ']' && !first)
            {
                result.Append(']');
                return position + 1;
            }

            // Python knows neither subtraction nor named classes: a bracket in a set is a bracket.
            position += rest[position] switch
            {
                '\\' => Escape(rest[position..], result),
                '[' => Replace("[", @"\[", result),
                ']' => Replace("]", @"\]", result),
                var other => Replace(other.ToString(), other.ToString(), result),
            };
        }

        return position;
    }
}
