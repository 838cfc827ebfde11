namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// How a bank writes expenses, found out from a statement before its import (spec/bank-data.md §2.4). There is none when the account goes on as it does, because nothing
/// speaks against it.
/// </summary>
/// <param name="TurnsRound">
/// Whether the bank writes expenses as negative, so that its amounts are to be turned round for the account, where expenses are positive; false when they are taken as they are. Null
/// when nobody can tell: then the user has to say it, in <see cref="StatementUpload.TurnsAmountsRound"/>.
/// </param>
/// <param name="IsContradiction">Whether the statement looks otherwise than the account is set: <paramref name="TurnsRound"/> is the account's setting then.</param>
/// <param name="Reasons">What it was seen by, in English words for the user, such as <c>the types of 12 transactions</c>; none when nothing says anything, or what there is disagrees.</param>
public sealed record PreviewedSign(bool? TurnsRound, bool IsContradiction, IReadOnlyList<string> Reasons);
