using System.Globalization;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Hosting.Features.History;

namespace BiweeklyBudget.Hosting.Features.Audit;

/// <summary>An entry of the audit log as the page shows it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Change">The change that it is about; null for none, or where it is not there any more.</param>
internal sealed record AuditRow(AuditEntry Entry, ChangeDetails? Change)
{
    /// <summary>What was done.</summary>
    public string Heading => AuditText.Heading(Entry, Change);

    /// <summary>More of it.</summary>
    public string? Details => AuditText.Details(Entry);

    /// <summary>The entries of the same record, as an address names it; null where it is about none that addresses name.</summary>
    public string? Record => Change is not null && ChangeWords.About(Change) is { } about && RecordAddress.Of(about.Record) is { } record ? "~/security/audit?record=" + record : null;

    /// <summary>Where the change stands in the history, below the app's path; null when there is none.</summary>
    public string? History => Change is null ? null : string.Create(CultureInfo.InvariantCulture, $"~/history?change={Change.Id}");
}
