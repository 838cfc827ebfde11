using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>What becomes of a line of a file.</summary>
/// <param name="Line">The line.</param>
/// <param name="Row">The item that it is about; null for a new one.</param>
/// <param name="Change">What that becomes.</param>
internal sealed record PlannedItem(ItemLine Line, ProjectItem? Row, ProjectItemChange Change)
{
    private static readonly (string Property, string Label)[] Labels =
    [
        (nameof(ProjectItemChange.Name), "Name"), (nameof(ProjectItemChange.Notes), "Notes"), (nameof(ProjectItemChange.Url), "URL"), (nameof(ProjectItemChange.UnitCost), "Unit cost"), (nameof(ProjectItemChange.Quantity), "Quantity"),
    ];

    /// <summary>Whether it is new, or something of it changes.</summary>
    public PreviewState State => Row is null ? PreviewState.New : Change == ProjectItemDetails.Of(Row).ToChange() ? PreviewState.Known : PreviewState.Changed;

    /// <summary>Everything that is wrong with the line.</summary>
    public IReadOnlyList<string> Errors()
    {
        var problems = new Problems();
        ItemRules.CheckAlone(Change, problems);
        ItemRules.CheckAgainst(Change, Row, problems);
        return [.. Line.Errors, .. problems.Found.Select(Text)];
    }

    // Some messages name their field, others stand beside it in the form.
    private static string Text(Problem problem)
    {
        var label = Array.Find(Labels, label => label.Property == problem.Property).Label;
        return problem.Message.Contains(label, StringComparison.OrdinalIgnoreCase) ? char.ToUpperInvariant(problem.Message[0]) + problem.Message[1..] : $"{label}: {problem.Message}";
    }
}
