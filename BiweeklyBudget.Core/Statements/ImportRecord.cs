namespace BiweeklyBudget.Core.Statements;

/// <summary>What an import did, so that it can be undone.</summary>
/// <param name="BalanceId">The balance it added, if any.</param>
/// <param name="Added">Keys of the bank transactions it added.</param>
/// <param name="Earlier">What those were that the account had already.</param>
internal sealed record ImportRecord(int? BalanceId, IReadOnlyList<string> Added, IReadOnlyList<EarlierRow> Earlier);
