namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Something to be bought for, with a bill of materials. Table <c>projects</c>.</summary>
internal sealed class Project
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>At most 40 characters.</summary>
    public string? Name { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Notes { get; set; }

    /// <summary>Whether the project is going on.</summary>
    public bool? IsActive { get; set; } = true;

    /// <summary>The standing budget paying for it.</summary>
    public int? StandingBudgetId { get; set; }
}
