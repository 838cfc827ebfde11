namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The reply of <c>/ajax/account_ofx_ajax/&lt;id&gt;</c>.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Statements">Its recent statements, newest first.</param>
internal sealed record StatementsJson(int AccountId, IReadOnlyList<RecentStatementJson> Statements);
