namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>What making a database ready did (<see cref="BudgetEngine.InitializeAsync"/>).</summary>
public enum InitializationOutcome
{
    /// <summary>The database was ready.</summary>
    Unchanged,

    /// <summary>All tables were created.</summary>
    Created,

    /// <summary>A database of upstream's was recorded as migrated; its own tables were not changed.</summary>
    Adopted,

    /// <summary>Migrations of ours were run.</summary>
    Migrated,
}
