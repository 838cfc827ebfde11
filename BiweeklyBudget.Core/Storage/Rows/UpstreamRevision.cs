namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Upstream's version marker: exactly one row. Table <c>alembic_version</c>, spec/schema.md §2.</summary>
internal sealed class UpstreamRevision
{
    /// <summary>Alembic revision. Column <c>version_num</c>.</summary>
    public string Revision { get; set; } = "";
}
