namespace BiweeklyBudget.Hosting.Api;

/// <summary>The reply of the DataTables protocol.</summary>
/// <typeparam name="TRow">A row as it is written.</typeparam>
internal sealed class TableReply<TRow>
{
    /// <summary>The request's number.</summary>
    public required int Draw { get; init; }

    /// <summary>Rows that there are.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("recordsTotal")]
    public required int RecordsTotal { get; init; }

    /// <summary>Rows that meet search and filters.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("recordsFiltered")]
    public required int RecordsFiltered { get; init; }

    /// <summary>Rows of the page.</summary>
    public required IReadOnlyList<TRow> Data { get; init; }
}
