using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What an import did, so that it can be undone.</summary>
/// <param name="BalanceId">The balance it added, if any.</param>
/// <param name="Added">Keys of the bank transactions it added.</param>
/// <param name="Earlier">What those were that the account had already.</param>
/// <param name="Removed">Those that the bank took back; null in records of before.</param>
/// <param name="Remarks">Remarks of the bank that it changed, by name, as they were before; null in records of before.</param>
/// <param name="Content">The name of what recognises the file's content; null in records of before.</param>
internal sealed record ImportRecord(
    int? BalanceId,
    IReadOnlyList<string> Added,
    IReadOnlyList<EarlierRow> Earlier,
    IReadOnlyList<BankTransaction>? Removed = null,
    IReadOnlyDictionary<string, string?>? Remarks = null,
    string? Content = null);
