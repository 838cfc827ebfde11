namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>Something of a record that a change set.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Before">What it was; null when the record was not there or it was empty.</param>
/// <param name="After">What it became; null when the record is gone or it is empty.</param>
internal sealed record ShownField(string Label, string? Before, string? After);
