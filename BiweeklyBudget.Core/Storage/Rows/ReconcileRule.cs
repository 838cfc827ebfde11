namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Reserved by upstream and unused. Table <c>reconcile_rules</c>.</summary>
internal sealed class ReconcileRule
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the rule is in use.</summary>
    public bool? IsActive { get; set; } = true;
}
