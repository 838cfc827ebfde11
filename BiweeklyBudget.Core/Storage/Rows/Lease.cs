namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A task that one of several hosts does. Table <c>bb_leases</c>, which upstream does not know.</summary>
internal sealed class Lease
{
    /// <summary>Primary key: which task, at most 64 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>Which host has it, at most 100 characters.</summary>
    public string Holder { get; set; } = "";

    /// <summary>Until when, UTC; anybody may take it afterwards.</summary>
    public DateTime Until { get; set; }
}
