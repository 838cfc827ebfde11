using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Saving;

/// <summary>A save under way: the context that it works on, which nobody else knows and which ends with it, and the rows that it holds.</summary>
/// <param name="Database">The context, inside the save's own transaction.</param>
/// <param name="Rows">Locks rows and reads them.</param>
internal sealed record RunningSave(BudgetDbContext Database, RowLocks Rows);
