using System.Text;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// How alike two texts are, by the pairs of neighbouring letters that their words share (Dice's coefficient). Banks shorten,
/// capitalise and append numbers; pairs survive that where whole words do not.
/// </summary>
internal sealed class TextLikeness
{
    // Bank texts have up to 255 characters of name and memo each; what tells them apart stands in front.
    private const int MostCharacters = 128;

    private readonly int[] _pairs;

    private TextLikeness(int[] pairs) => _pairs = pairs;

    /// <summary>Prepares a text for being compared many times.</summary>
    public static TextLikeness Of(string? text)
    {
        var pairs = new SortedSet<int>();
        var previous = 0;
        foreach (var rune in (text ?? "").EnumerateRunes().Take(MostCharacters))
        {
            var letter = Rune.IsLetterOrDigit(rune) ? Rune.ToUpperInvariant(rune).Value : 0;
            if (previous != 0 && letter != 0)
            {
                pairs.Add(HashCode(previous, letter));
            }

            previous = letter;
        }

        return new TextLikeness([.. pairs]);
    }

    /// <summary>0 when they share no pair, 1000 when they have the same ones.</summary>
    public int To(TextLikeness other)
    {
        var all = _pairs.Length + other._pairs.Length;
        return all == 0 ? 0 : 2000 * Shared(_pairs, other._pairs) / all;
    }

    private static int Shared(int[] left, int[] right)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var difference = left[i].CompareTo(right[j]);
            shared += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return shared;
    }

    // Not System.HashCode, which differs from run to run. A code point has 21 bits; a rare collision makes a pair alike that is not.
    private static int HashCode(int first, int second) => (first * 31_337) ^ second;
}
