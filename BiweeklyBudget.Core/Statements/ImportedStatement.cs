namespace BiweeklyBudget.Core.Statements;

/// <summary>What an import stored.</summary>
/// <param name="StatementId">The new statement.</param>
/// <param name="Added">How many bank transactions the account did not have.</param>
/// <param name="Updated">How many it had, changed or not.</param>
public sealed record ImportedStatement(int StatementId, int Added, int Updated);
