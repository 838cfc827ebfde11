namespace BiweeklyBudget.Core.Projects;

/// <summary>A line of a bill of materials to add or to change. <see cref="ProjectItemDetails.ToChange"/> gives the one that changes nothing.</summary>
public sealed record ProjectItemChange
{
    /// <summary>The item to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>The project that it belongs to.</summary>
    public required int ProjectId { get; init; }

    /// <summary>What it is, 1 to 254 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Notes, at most 254 characters; null and empty say the same.</summary>
    public string? Notes { get; init; } = "";

    /// <summary>How many, 0 or more. Quantity times <see cref="UnitCost"/> is at most 99,999,999,999,999.9999.</summary>
    public required int Quantity { get; init; }

    /// <summary>What one costs: 0 or more, four decimals. A cost below 0 that another program stored may stay.</summary>
    public required decimal UnitCost { get; init; }

    /// <summary>Where to buy it: an <c>http</c> or <c>https</c> address of at most 254 characters; null or blank for none. Whatever another program stored may stay.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is still to be bought.</summary>
    public bool IsActive { get; init; } = true;
}
