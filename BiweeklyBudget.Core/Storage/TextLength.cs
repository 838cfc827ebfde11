using System.Text;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Lengths of text as the database counts them: in characters (code points), not in UTF-16 units.</summary>
internal static class TextLength
{
    /// <summary>Characters that most text columns hold: VARCHAR(254).</summary>
    public const int Usual = 254;

    /// <summary>Bytes that a TEXT column holds.</summary>
    public const int LongTextBytes = 65_535;

    /// <summary>Number of characters; an emoji is one.</summary>
    public static int Of(string text)
    {
        var count = 0;
        foreach (var unit in text)
        {
            count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether every surrogate has its other half, so that the text can be stored.</summary>
    public static bool IsValid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text cut to a number of characters.</summary>
    public static string Shorten(string text, int characters)
    {
        if (Of(text) <= characters)
        {
            return text;
        }

        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(characters))
        {
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
