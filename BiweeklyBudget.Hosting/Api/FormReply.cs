using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Saving;

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

    /// <summary>What a person is told, in a person's words; null when the body's text is that already. Not part of the body.</summary>
    [JsonIgnore]
    public string? Words { get; init; }

    /// <summary>Keys that some forms add to a success.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Extras { get; init; }

    /// <summary>A reply with <c>errors</c>.</summary>
    /// <param name="errors">What is wrong.</param>
    public static FormReply Refused(FieldErrors errors) => new() { Success = false, Errors = errors.ByField };

    /// <summary>A reply with an <c>error_message</c>.</summary>
    /// <param name="message">The reason.</param>
    /// <param name="words">The same in a person's words; null when it is that already.</param>
    public static FormReply Failed(string message, string? words = null) => new() { Success = false, ErrorMessage = message, Words = words };

    /// <summary>A reply to a command that was refused.</summary>
    /// <param name="reason">The reason.</param>
    public static FormReply Failed(Problem reason) => Failed(reason.Message, reason.Plain);
}
