using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>The shape of <see cref="FormReply"/> when no field is to blame, and of every other refusal.</summary>
/// <param name="Success">Always false.</param>
/// <param name="ErrorMessage">Why nothing was saved.</param>
/// <param name="Message">The same, where clients look for it under this key.</param>
/// <param name="IsUnknown">True when it is not known whether it was saved: the connection broke at the wrong moment.</param>
internal sealed record RefusedReply(
    bool Success,
    string ErrorMessage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? IsUnknown = null);
