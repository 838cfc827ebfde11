namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>The end of the audit log. Table <c>bb_audit_head</c>, which upstream does not know. It has one row, which whoever adds an entry locks.</summary>
[NotBackedUp]
internal sealed class AuditHead
{
    /// <summary>The number of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>Primary key: always 1.</summary>
    public int Id { get; set; }

    /// <summary>How many entries there are.</summary>
    public long Entries { get; set; }

    /// <summary>Hash of the newest entry; empty when there is none.</summary>
    public string Hash { get; set; } = "";
}
