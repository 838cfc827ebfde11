using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>A statement to choose.</summary>
/// <param name="FileName">Its key within the account.</param>
/// <param name="AsOf">Its day.</param>
/// <param name="LedgerBalance">The balance on it.</param>
internal sealed record RecentStatementJson(
    [property: JsonPropertyName("filename")] string FileName,
    [property: JsonPropertyName("as_of")] DateOnly AsOf,
    [property: JsonPropertyName("ledger_bal")] decimal? LedgerBalance);
