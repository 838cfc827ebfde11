namespace BiweeklyBudget.Core.Statements;

/// <summary>What the undoing of an import did.</summary>
/// <param name="FileName">The file whose import was undone.</param>
/// <param name="Removed">How many bank transactions were removed, because the import had added them.</param>
/// <param name="Restored">How many are again as they were before the import.</param>
public sealed record UndoneImport(string? FileName, int Removed, int Restored);
