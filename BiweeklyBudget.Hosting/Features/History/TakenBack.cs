namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>A change that was taken back.</summary>
/// <param name="ChangeId">The change that took it back.</param>
/// <param name="What">What was taken back, in a person's words.</param>
internal sealed record TakenBack(long ChangeId, string What);
