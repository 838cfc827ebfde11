using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Money.Icu;

namespace BiweeklyBudget.Core.Money;

/// <summary>The locales that money can be shown in, and the forms of their names (spec/domain.md §1, D 3).</summary>
internal static partial class Locales
{
    private static readonly Lazy<FrozenSet<string>> FullTags =
        new(() => IcuFunctions.Locales().Select(IcuFunctions.FullTag).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether there is data for a locale: <c>en_US</c>, <c>en-US</c>, <c>en_GB.UTF-8</c>, <c>zh_TW</c>, but not <c>en_XX</c>.</summary>
    /// <param name="name">The name, perhaps with an encoding or modifier.</param>
    /// <returns>True when it is known.</returns>
    public static bool IsKnown(string name)
    {
        var plain = WithoutEncoding(name);
        return Form().IsMatch(plain) && IcuFunctions.FullTag(plain) is { } tag && FullTags.Value.Contains(tag);
    }

    /// <summary>Whether a name says nothing about how money looks: empty, <c>C</c>, <c>POSIX</c>, also with an encoding.</summary>
    /// <param name="name">The name, or null.</param>
    /// <returns>True when it counts as unset.</returns>
    public static bool MeansNothing(string? name) => string.IsNullOrWhiteSpace(name) || WithoutEncoding(name.Trim()) is "C" or "POSIX";

    /// <summary>The name without encoding and modifier: <c>de_DE.UTF-8@euro</c> → <c>de_DE</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What stands before the first dot or at sign.</returns>
    public static string WithoutEncoding(string name) => name.IndexOfAny(['.', '@']) is var end and >= 0 ? name[..end] : name;

    /// <summary>The name as browsers take it: <c>en_US.UTF-8</c> → <c>en-US</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A BCP 47 tag.</returns>
    public static string BrowserName(string name) => WithoutEncoding(name).Replace('_', '-');

    // Language, script, region and variants. ICU itself would take nearly any text for a language.
    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|[0-9]{3}))?([-_]([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
