namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>A field of a body.</summary>
/// <param name="Name">The key.</param>
/// <param name="Schema">What it takes (<see cref="Schemas"/>).</param>
/// <param name="Text">What it means, and what is the case without it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record Field(string Name, string Schema, string Text, bool IsRequired = false)
{
    /// <summary>Most characters of a text; null when there is no limit of its own.</summary>
    public int? Longest { get; init; }

    /// <summary>The words that it may be; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The same, as one that must be there.</summary>
    public Field Required => this with { IsRequired = true };

    /// <summary>The key of the record that is saved.</summary>
    /// <param name="what">What is saved.</param>
    public static Field Key(string what) => new("id", Schemas.RowId, $"The {what} to change; without it, or null or blank, a new one is made.");

    /// <summary>A text.</summary>
    public static Field OfText(string name, string text, int longest = 254) => new(name, Schemas.Text, text) { Longest = longest };

    /// <summary>One of some words.</summary>
    public static Field OfWords(string name, string text, params IReadOnlyList<string> words) => new(name, Schemas.Word, text) { Words = words };

    /// <summary>An amount.</summary>
    public static Field OfAmount(string name, string text) => new(name, Schemas.AmountInput, text);

    /// <summary>A measured number: as many decimals as are wanted, of which four are stored.</summary>
    public static Field OfMeasure(string name, string text) => new(name, Schemas.AmountInput, text);

    /// <summary>A day.</summary>
    public static Field OfDay(string name, string text) => new(name, Schemas.DayInput, text);

    /// <summary>The id of another record.</summary>
    public static Field OfReference(string name, string text) => new(name, Schemas.Reference, text);

    /// <summary>Yes or no.</summary>
    public static Field OfFlag(string name, string text) => new(name, Schemas.Flag, text);

    /// <summary>A whole number.</summary>
    public static Field OfNumber(string name, string text) => new(name, Schemas.WholeNumber, text);
}
