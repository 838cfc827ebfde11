namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>The shape of <see cref="FormReply"/> when fields are to blame.</summary>
/// <param name="Success">Always false.</param>
/// <param name="Errors">Every field that was sent, and every one that is missing, with what is wrong with it.</param>
internal sealed record WrongFieldsReply(bool Success, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);
