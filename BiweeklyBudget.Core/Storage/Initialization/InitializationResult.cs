namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>The end of an initialisation.</summary>
/// <param name="Outcome">What was done.</param>
/// <param name="Message">One line for the user.</param>
public sealed record InitializationResult(InitializationOutcome Outcome, string Message)
{
    /// <summary>The backup that was made before the database was changed; null when none was needed or none was wanted.</summary>
    public MadeBackup? Backup { get; init; }
}
