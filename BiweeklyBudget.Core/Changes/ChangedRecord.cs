namespace BiweeklyBudget.Core.Changes;

/// <summary>
/// A record before and after a change: values by name in this program's words (<c>Date</c>, <c>CurrentBalance</c>, <c>IsPeriodic</c> …), each a <see cref="string"/>,
/// <see cref="decimal"/>, <see cref="int"/>, <see cref="short"/>, <see cref="bool"/>, <see cref="DateOnly"/>, UTC <see cref="DateTime"/>, enum, or null. Secrets are left out.
/// </summary>
/// <param name="Record">Which record.</param>
/// <param name="Before">What it was; null when the change added it.</param>
/// <param name="After">What it became; null when the change removed it.</param>
public sealed record ChangedRecord(RecordKey Record, IReadOnlyDictionary<string, object?>? Before, IReadOnlyDictionary<string, object?>? After);
