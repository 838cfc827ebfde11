using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Core.Projects;

/// <summary>A line of a file before its import.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="State">Whether it makes a new item, changes one, or says what is known already.</param>
/// <param name="Item">The item as it would be.</param>
/// <param name="Errors">What is wrong with it; as long as any line has an error, nothing is imported.</param>
public sealed record PreviewedItem(int Line, PreviewState State, ProjectItemChange Item, IReadOnlyList<string> Errors);
