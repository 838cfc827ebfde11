namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A vehicle of the fuel log. Table <c>vehicles</c>.</summary>
internal sealed class Vehicle
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Unique by validation, at most 254 characters.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is in use.</summary>
    public bool? IsActive { get; set; } = true;
}
