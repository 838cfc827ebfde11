using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Records that have to do with another one.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record RelatedRecords(RecordKind Kind, int Count);
