using System.Globalization;

namespace BiweeklyBudget.Core.Settings;

/// <summary>The setting FUEL_LEVELS (spec/since-1.6.md §7): <c>E:0,1/4:25,1/2:50,3/4:75,F:100</c>.</summary>
internal static class FuelLevelList
{
    /// <summary>Tenths of a tank.</summary>
    public static IReadOnlyList<FuelLevel> Tenths { get; } = [.. Enumerable.Range(0, 11).Select(tenth => new FuelLevel(string.Create(CultureInfo.InvariantCulture, $"{tenth}/10"), tenth * 10))];

    /// <summary>Reads the setting.</summary>
    /// <param name="text">Entries between commas, each a label and a percentage with the last colon between them.</param>
    /// <returns>The levels in their order.</returns>
    /// <exception cref="SettingsException">It is none.</exception>
    public static IReadOnlyList<FuelLevel> Read(string text)
    {
        IReadOnlyList<FuelLevel> levels = [.. text.Split(',').Select(ReadOne)];
        Check(levels);
        return levels;
    }

    /// <summary>Checks levels that a program made itself.</summary>
    /// <exception cref="SettingsException">There are too few, one is out of range or there twice.</exception>
    public static void Check(IReadOnlyList<FuelLevel> levels)
    {
        if (levels.Count < 2)
        {
            throw Invalid("there must be at least two levels");
        }

        foreach (var level in levels)
        {
            if (string.IsNullOrWhiteSpace(level.Label))
            {
                throw Invalid("a level has no label");
            }

            if (level.Percent is < 0 or > 100)
            {
                throw Invalid(string.Create(CultureInfo.InvariantCulture, $"the percentage {level.Percent} of \"{level.Label}\" is not from 0 to 100"));
            }
        }

        if (levels.GroupBy(level => level.Label, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } label)
        {
            throw Invalid($"the label \"{label.Key}\" is there twice");
        }

        if (levels.GroupBy(level => level.Percent).FirstOrDefault(same => same.Count() > 1) is { } percent)
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"the percentage {percent.Key} is there twice"));
        }
    }

    private static FuelLevel ReadOne(string entry)
    {
        var colon = entry.LastIndexOf(':');
        if (colon < 0)
        {
            throw Invalid($"\"{entry.Trim()}\" is not a label and a percentage with a colon between them");
        }

        var (label, percent) = (entry[..colon].Trim(), entry[(colon + 1)..].Trim());
        return int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FuelLevel(label, number)
            : throw Invalid($"\"{percent}\" is not a percentage in whole digits");
    }

    private static SettingsException Invalid(string reason) => new($"ERROR: {SettingNames.FuelLevels} setting is invalid: {reason}");
}
