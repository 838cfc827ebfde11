using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>A row of the table of bank transactions (spec/http-api.md §5).</summary>
internal sealed record BankTransactionRowJson
{
    public required DateOnly? Date { get; init; }

    [Description("With the sign that the bank gave it.")]
    public required decimal? Amount { get; init; }

    [Description("Name, and id in brackets.")]
    public required string Account { get; init; }

    public required string? Type { get; init; }

    public required string? Name { get; init; }

    public required string? Memo { get; init; }

    public required string? Description { get; init; }

    [JsonPropertyName("fitid")]
    public required string FitId { get; init; }

    [Description("Id of the statement that it came by last.")]
    public required int LastStmt { get; init; }

    public required DateOnly? LastStmtDate { get; init; }

    public required int? ReconcileId { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static BankTransactionRowJson Of(BankTransactionLine line) => new()
    {
        Date = line.DayPosted,
        Amount = line.Amount,
        Account = string.Create(CultureInfo.InvariantCulture, $"{line.AccountName} ({line.AccountId})"),
        Type = line.Type,
        Name = line.Name,
        Memo = line.Memo,
        Description = line.Description,
        FitId = line.FitId,
        LastStmt = line.StatementId,
        LastStmtDate = DayOf(line.StatementAsOf),
        ReconcileId = line.ReconciliationId,
        RowData = new Extras(line.AccountId),
    };

    private static DateOnly? DayOf(DateTime? utc) => utc is { } instant ? DateOnly.FromDateTime(instant) : null;

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int AcctId);
}
