namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>An account within a <see cref="PlaidItem"/>. Table <c>plaid_accounts</c>.</summary>
internal sealed class PlaidAccount
{
    /// <summary>First part of the key.</summary>
    public string ItemId { get; set; } = "";

    /// <summary>Second part of the key.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>Name at the institution.</summary>
    public string? Name { get; set; }

    /// <summary>Last digits.</summary>
    public string? Mask { get; set; }

    /// <summary>depository, credit, investment, loan.</summary>
    public string? AccountType { get; set; }

    /// <summary>Subtype as Plaid names it.</summary>
    public string? AccountSubtype { get; set; }
}
