namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A key and value kept in the database. Table <c>settings</c>.</summary>
internal sealed class StoredSetting
{
    /// <summary>Primary key, at most 80 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The value, JSON when <see cref="IsJson"/>.</summary>
    public string? Value { get; set; }

    /// <summary>Unused.</summary>
    public string? DefaultValue { get; set; }

    /// <summary>Whether <see cref="Value"/> is JSON.</summary>
    public bool? IsJson { get; set; } = true;
}
