using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Core.Projects;

/// <summary>A file of items before its import; nothing is stored.</summary>
/// <param name="Mistake">Why the file as a whole cannot be read; null when it can.</param>
/// <param name="Items">Its lines.</param>
/// <param name="IgnoredColumns">Names of columns that are not read.</param>
public sealed record ItemFilePreview(string? Mistake, IReadOnlyList<PreviewedItem> Items, IReadOnlyList<string> IgnoredColumns)
{
    /// <summary>Whether it can be imported as it is.</summary>
    public bool IsImportable => Mistake is null && Items.All(item => item.Errors.Count == 0);

    /// <summary>How many lines have no error and a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The number.</returns>
    public int Count(PreviewState state) => Items.Count(item => item.State == state && item.Errors.Count == 0);
}
