namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>The shape of <see cref="FormReply"/> when something was saved.</summary>
/// <param name="Success">Always true.</param>
/// <param name="SuccessMessage">What was saved, with its id.</param>
internal sealed record SavedReply(bool Success, string SuccessMessage);
