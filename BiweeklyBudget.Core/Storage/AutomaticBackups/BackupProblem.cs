namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>The last attempt at an automatic backup failed.</summary>
/// <param name="At">When, UTC, in whole seconds.</param>
/// <param name="Text">Why: one line for the user.</param>
public sealed record BackupProblem(DateTime At, string Text);
