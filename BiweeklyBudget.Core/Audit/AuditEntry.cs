using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Audit;

/// <summary>An entry of the audit log.</summary>
public sealed record AuditEntry
{
    /// <summary>Its place in the log: 1, 2, 3 … without gaps.</summary>
    public required long Id { get; init; }

    /// <summary>When it was done, UTC, in whole seconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it; null when that is not known, or it was the program by itself.</summary>
    public string? Who { get; init; }

    /// <summary>From where: an address of the network, or the name of a program such as initdb; null when it is not known.</summary>
    public string? Place { get; init; }

    /// <summary>What was done.</summary>
    public required AuditKind Kind { get; init; }

    /// <summary>
    /// To whom or what: the user's name, the token's, the file that was downloaded. For <see cref="AuditKind.Change"/> and <see cref="AuditKind.Settings"/> the operation
    /// (<see cref="Changes.ChangeDetails.Operation"/>).
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>More of it, in words.</summary>
    public string? Details { get; init; }

    /// <summary>Number of the change in the record of changes (<see cref="Changes.ChangeDetails.Id"/>); null for other entries, and where a restore has replaced that record since.</summary>
    public long? ChangeId { get; init; }
}
