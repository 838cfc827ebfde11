namespace BiweeklyBudget.Core.Projects;

/// <summary>What an import of items did.</summary>
/// <param name="Added">How many items are new.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Unchanged">How many were as the file says already.</param>
public sealed record ImportedItems(int Added, int Changed, int Unchanged);
