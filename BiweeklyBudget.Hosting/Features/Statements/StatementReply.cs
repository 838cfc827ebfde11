using System.Globalization;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>The reply to an uploaded statement (spec/http-api.md §13.2).</summary>
internal sealed record StatementReply
{
    public required bool Success { get; init; }

    public required string Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountNew { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountUpdated { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AccountId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("filename")]
    public string? FileName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StatementId { get; init; }

    /// <summary>What the user should know; for the app's own page only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The reply to what became of an upload.</summary>
    public static IResult Of(ImportResult result, bool withWarnings) => result switch
    {
        ImportResult.Imported imported => ApiJson.Reply(
            new StatementReply
            {
                Success = true,
                Message = string.Create(CultureInfo.InvariantCulture, $"Successfully inserted Statement {imported.StatementId} with {imported.Added} new and {imported.Updated} updated Transactions"),
                CountNew = imported.Added,
                CountUpdated = imported.Updated,
                StatementId = imported.StatementId,
                Warnings = withWarnings ? imported.Warnings : null,
            },
            StatusCodes.Status201Created),
        ImportResult.Duplicate duplicate => ApiJson.Reply(
            new StatementReply
            {
                Success = false,
                Message = string.Create(CultureInfo.InvariantCulture, $"File {duplicate.FileName} is a duplicate of stmt {duplicate.StatementId} for account {duplicate.AccountId}"),
                AccountId = duplicate.AccountId,
                FileName = duplicate.FileName,
                StatementId = duplicate.StatementId,
            },
            StatusCodes.Status409Conflict),
        ImportResult.Refused refused => Refusal("Exception: " + refused.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>A refusal.</summary>
    public static IResult Refusal(string message, int status = StatusCodes.Status400BadRequest) => ApiJson.Reply(new StatementReply { Success = false, Message = message }, status);
}
