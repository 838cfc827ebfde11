using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Totals;

namespace BiweeklyBudget.Core.Tests;

/// <summary>What is not reconciled, added up anew for each test.</summary>
internal static class OpenItemsOf
{
    public static Task<OpenItems> OpenItemsAsync(this BudgetDbContext context, DateOnly begin) => new OpenItemReader(context, begin).ReadAsync(default);
}
