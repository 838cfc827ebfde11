using BiweeklyBudget.Core.Audit;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>What came of looking through the audit log.</summary>
/// <param name="Found">What came of it.</param>
/// <param name="At">When, UTC.</param>
internal sealed record CheckedAudit(AuditCheck Found, DateTime At);
