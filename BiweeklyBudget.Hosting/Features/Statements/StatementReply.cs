using System.Globalization;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Ui;

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
    /// <param name="outcome">What became of it.</param>
    /// <param name="upload">The upload.</param>
    /// <param name="days">How days are written for the person who reads the reply, warnings included; null for a script, which knows the texts.</param>
    public static IResult Of(Outcome<ImportedStatement> outcome, StatementUpload upload, DayFormat? days) => outcome switch
    {
        Outcome<ImportedStatement>.Saved { Value: var imported } saved => ApiJson.Reply(
            new StatementReply
            {
                Success = true,
                Message = string.Create(CultureInfo.InvariantCulture, $"Successfully inserted Statement {imported.StatementId} with {imported.Added} new and {imported.Updated} updated Transactions"),
                CountNew = imported.Added,
                CountUpdated = imported.Updated,
                StatementId = imported.StatementId,
                Warnings = days is null ? null : saved.Warnings,
            },
            StatusCodes.Status201Created),
        Outcome<ImportedStatement>.Refused { Reason: { Code: ProblemCode.Taken, RowId: { } statement } reason } => ApiJson.Reply(
            new StatementReply
            {
                Success = false,
                Message = upload.RecognizesContent ? days?.InWords(reason.Message) ?? reason.Message : string.Create(CultureInfo.InvariantCulture, $"File {upload.FileName} is a duplicate of stmt {statement} for account {upload.AccountId}"),
                AccountId = upload.AccountId,
                FileName = upload.FileName,
                StatementId = statement,
            },
            StatusCodes.Status409Conflict),

        // A file that is wrong in several ways: the first one is told, as upstream does.
        Outcome<ImportedStatement>.Invalid invalid => Refusal("Exception: " + invalid.Problems[0].Message),
        Outcome<ImportedStatement>.Refused refused => Refusal("Exception: " + refused.Reason.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>A refusal.</summary>
    public static IResult Refusal(string message, int status = StatusCodes.Status400BadRequest) => ApiJson.Reply(new StatementReply { Success = false, Message = message }, status);
}
