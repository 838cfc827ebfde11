using System.Globalization;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// Looks settings up: environment, else settings file, else the host's default, else the built-in one. Texts for faults are
/// those of spec/domain.md §1.
/// </summary>
internal sealed class SettingsSource(
    IReadOnlyDictionary<string, string?> file,
    IReadOnlyDictionary<string, string?> environment,
    SettingsOptions options)
{
    /// <summary>A text setting; null when unset. An explicit null in the file unsets a default.</summary>
    public string? Text(string name, string? builtIn = null) => Find(name, out _) ?? (IsGivenByFile(name) ? null : builtIn);

    /// <summary>A setting whose empty text means that it is unset, also above a filled one in the file.</summary>
    public string? NonEmptyText(string name)
    {
        foreach (var source in (IReadOnlyDictionary<string, string?>[])[environment, file, options.Defaults])
        {
            if (source.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }

    /// <summary>A whole number in canonical decimal form.</summary>
    /// <exception cref="SettingsException">It is not, or it lies outside the range.</exception>
    public long? Integer(string name, long? builtIn, long least = int.MinValue, long greatest = int.MaxValue)
    {
        if (Find(name, out var origin) is not { } text)
            return IsGivenByFile(name) ? null : builtIn;

        // Only one text is right for each number: no sign for plus, no leading zero, no space, no other digits.
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= greatest
            && text == number.ToString(CultureInfo.InvariantCulture)
            ? number
            : throw new SettingsException($"ERROR: {origin} {name} cannot parse as int");
    }

    /// <summary>A date, year-month-day, with or without leading zeros.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public DateOnly? Date(string name)
    {
        if (Find(name, out var origin) is not { } text)
            return null;

        return DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new SettingsException($"ERROR: {origin} {name} cannot parse as %Y-%m-%d");
    }

    /// <summary>A switch that only the word <c>true</c>, in any case, turns on.</summary>
    public bool IsTrue(string name) => IsWord(name, "true");

    /// <summary>Whether a setting is a word, in any case.</summary>
    public bool IsWord(string name, string word) => string.Equals(Find(name, out _), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Demands that a setting is unset, empty or one of some words, in any case.</summary>
    /// <exception cref="SettingsException">It is another. The message does not repeat it.</exception>
    public void RequireWord(string name, params string[] words)
    {
        if (Find(name, out var origin) is { } value && !string.IsNullOrWhiteSpace(value) && !words.Contains(value, StringComparer.OrdinalIgnoreCase))
            throw new SettingsException($"ERROR: {origin} {name} must be {string.Join(", ", words[..^1])} or {words[^1]}");
    }

    /// <summary>Demands that a whole number is not below zero.</summary>
    /// <exception cref="SettingsException">It is.</exception>
    public void RequireNotNegative(string name)
    {
        if (Integer(name, null) < 0)
        {
            Find(name, out var origin);
            throw new SettingsException($"ERROR: {origin} {name} must not be negative");
        }
    }

    /// <summary>The first of some environment variables that the condition holds for.</summary>
    public string? FirstVariable(IEnumerable<string> names, Func<string, bool> condition) =>
        names.Select(n => environment.GetValueOrDefault(n)).OfType<string>().Select(v => v.Trim()).FirstOrDefault(condition);

    private string? Find(string name, out string origin)
    {
        if (environment.TryGetValue(name, out var variable) && variable is not null)
        {
            origin = "env var";
            return variable;
        }

        origin = "setting";
        return file.TryGetValue(name, out var value) ? value : options.Defaults.GetValueOrDefault(name);
    }

    private bool IsGivenByFile(string name) => file.ContainsKey(name);
}
