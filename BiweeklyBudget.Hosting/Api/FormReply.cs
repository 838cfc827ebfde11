using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>The reply to a form (spec/http-api.md §4); always with status 200 unless the body could not be read at all.</summary>
internal sealed class FormReply
{
    /// <summary>Whether it was saved.</summary>
    public required bool Success { get; init; }

    /// <summary>What was saved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SuccessMessage { get; init; }

    /// <summary>Why nothing was saved, when no field is to blame.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorMessage { get; init; }

    /// <summary>What is wrong, by field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What the user should know although it was saved; not part of the body.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Keys that some forms add to a success.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Extras { get; init; }

    /// <summary>A reply with <c>errors</c>.</summary>
    /// <param name="errors">What is wrong.</param>
    public static FormReply Refused(FieldErrors errors) => new() { Success = false, Errors = errors.ByField };

    /// <summary>A reply with an <c>error_message</c>.</summary>
    /// <param name="message">The reason.</param>
    public static FormReply Failed(string message) => new() { Success = false, ErrorMessage = message };
}
