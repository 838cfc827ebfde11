namespace BiweeklyBudget.Core.Projects;

/// <summary>A file of items to take into a project: all of it or nothing.</summary>
public sealed record ProjectItemImport
{
    /// <summary>The project.</summary>
    public required int ProjectId { get; init; }

    /// <summary>
    /// The file's text, CSV with commas, semicolons or tabs. The first line names the columns: Name, and as you like Quantity, Unit Cost, URL, Notes, Active. A line is about the item with its URL or
    /// name, or about a new one; what the file has no column for stays as it is. At most 5,000 lines.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>How many items the person was told would be new; null when that was not asked for.</summary>
    public int? ExpectedNew { get; init; }

    /// <summary>How many items the person was told would change; null when that was not asked for.</summary>
    public int? ExpectedChanged { get; init; }
}
