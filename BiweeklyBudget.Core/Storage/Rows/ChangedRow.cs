namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A row that a save added, changed or removed. Table <c>bb_changed_rows</c>, which upstream does not know.</summary>
internal sealed class ChangedRow
{
    /// <summary>The change.</summary>
    public long ChangeId { get; set; }

    /// <summary>The row's place within the change, from 0, in the order of the work. With the change it is the primary key.</summary>
    public int Number { get; set; }

    /// <summary>Name of the row's table, at most 64 characters.</summary>
    public string TableName { get; set; } = "";

    /// <summary>
    /// The row's primary key, at most 300 characters; several columns are separated by a line feed. A split's begins with its transaction, so that what
    /// happened to a transaction is found by its id.
    /// </summary>
    public string RowKey { get; set; } = "";

    /// <summary>The row as it was, JSON by column name (<see cref="RecordedTable"/>); null when it was not there.</summary>
    public string? Before { get; set; }

    /// <summary>The row as it became, JSON by column name; null when it was removed.</summary>
    public string? After { get; set; }
}
