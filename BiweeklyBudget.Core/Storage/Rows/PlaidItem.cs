namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A log-in at an institution through Plaid. Table <c>plaid_items</c>.</summary>
internal sealed class PlaidItem
{
    /// <summary>Primary key.</summary>
    public string ItemId { get; set; } = "";

    /// <summary>Secret; never logged, never sent to a browser.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Name of the institution.</summary>
    public string? InstitutionName { get; set; }

    /// <summary>Plaid's id of the institution.</summary>
    public string? InstitutionId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastUpdated { get; set; }
}
