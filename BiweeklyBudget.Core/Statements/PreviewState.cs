namespace BiweeklyBudget.Core.Statements;

/// <summary>What an import would do with a transaction.</summary>
public enum PreviewState
{
    /// <summary>Add it.</summary>
    New,

    /// <summary>Find it as it is.</summary>
    Known,

    /// <summary>Find it and write over what it says.</summary>
    Changed,
}
