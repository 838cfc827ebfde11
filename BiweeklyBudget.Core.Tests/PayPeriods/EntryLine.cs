using System.Globalization;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>An entry of a period's list with the fields that the vectors state. Budgets are a text, since their order means nothing there.</summary>
internal sealed record EntryLine(
    string? Type,
    int Id,
    DateOnly? Date,
    string? ScheduleType,
    int? ScheduledTransactionId,
    string? Description,
    decimal Amount,
    decimal? BudgetedAmount,
    int? AccountId,
    string? AccountName,
    int? ReconciliationId,
    int? PlannedBudgetId,
    string? PlannedBudgetName,
    string Budgets)
{
    public static string Shares(IEnumerable<(int Id, string Name, decimal Amount)> budgets) =>
        string.Join(", ", budgets.OrderBy(b => b.Id).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Id} {b.Name} {b.Amount:0.0000}")));
}
