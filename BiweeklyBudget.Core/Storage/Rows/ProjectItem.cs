namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>One line of a project's bill of materials. Table <c>bom_items</c>.</summary>
internal sealed class ProjectItem
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>The project.</summary>
    public int ProjectId { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Name { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Notes { get; set; }

    /// <summary>How many.</summary>
    public int? Quantity { get; set; } = 1;

    /// <summary>Cost of one.</summary>
    public decimal? UnitCost { get; set; } = 0m;

    /// <summary>Where to buy it.</summary>
    public string? Url { get; set; }

    /// <summary>False = bought or no longer needed.</summary>
    public bool? IsActive { get; set; } = true;
}
