namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A row that a save added, changed or removed. Table <c>bb_changed_rows</c>, which upstream does not know.</summary>
internal sealed class ChangedRow
{
    /// <summary>Primary key; ascending within a change in the order of the work.</summary>
    public long Id { get; set; }

    /// <summary>The change.</summary>
    public long ChangeId { get; set; }

    /// <summary>Name of the row's table, at most 64 characters.</summary>
    public string TableName { get; set; } = "";

    /// <summary>The row's primary key, at most 300 characters; the parts of one of several columns are separated by a line feed.</summary>
    public string RowKey { get; set; } = "";

    /// <summary>The row as it was, JSON by column name; null when it was not there.</summary>
    public string? Before { get; set; }

    /// <summary>The row as it became, JSON by column name; null when it was removed.</summary>
    public string? After { get; set; }
}
