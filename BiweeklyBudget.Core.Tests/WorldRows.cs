using System.Text.Json;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The rows of a vector's world as the pure functions take them, without a database.</summary>
internal static class WorldRows
{
    public static PeriodRows Of(JsonElement world)
    {
        var rows = new VectorRow(world);
        var accounts = rows.List("accounts").ToDictionary(a => a.Id, a => a.Text("name"));
        var reconciliations = rows.List("reconciles").Where(r => r.Number("txn_id") is not null).ToDictionary(r => r.Number("txn_id")!.Value, r => r.Id);
        return new PeriodRows(
            [.. rows.List("transactions").Select(t => Transaction(t, accounts, reconciliations))],
            [.. rows.List("scheduled").Where(s => s.Flag("is_active", true) == true).Select(s => Scheduled(s, accounts))],
            rows.List("budgets").Select(Budget).ToDictionary(b => b.Id));
    }

    public static Schedule Schedule(VectorRow row) =>
        new(row.Date("date"), row.Number("day_of_month"), row.Number("num_per_period"), row.Number("day_of_week"), row.Number("annual_month"), row.Number("annual_day"));

    private static TransactionRow Transaction(VectorRow row, Dictionary<int, string?> accounts, Dictionary<int, int> reconciliations) => new(
        row.Id,
        row.Date("date")!.Value,
        row.Text("description") ?? "",
        row.Money("budgeted_amount"),
        row.Number("account_id"),
        accounts.GetValueOrDefault(row.Number("account_id") ?? 0),
        row.Number("scheduled_id"),
        row.Number("planned_budget_id"),
        reconciliations.TryGetValue(row.Id, out var reconciliation) ? reconciliation : null,
        row.Money("sales_tax") ?? 0m,
        row.Text("notes"),
        [.. row.List("budgets").Select(s => new SplitRow(s.Number("budget_id"), s.Money("amount") ?? 0m))]);

    private static ScheduledRow Scheduled(VectorRow row, Dictionary<int, string?> accounts) => new(
        row.Id,
        Schedule(row),
        row.Text("description") ?? "",
        row.Money("amount") ?? 0m,
        row.Number("account_id"),
        accounts.GetValueOrDefault(row.Number("account_id") ?? 0),
        row.Number("budget_id"),
        row.Money("sales_tax") ?? 0m,
        row.Text("notes"));

    private static BudgetRow Budget(VectorRow row) => new(
        row.Id,
        row.Text("name") ?? "",
        row.Flag("is_periodic", true) == true,
        row.Flag("is_periodic", true) == false,
        row.Flag("is_active", true) == true,
        row.Flag("is_income", false) == true,
        row.Money("starting_balance") ?? 0m,
        row.Money("current_balance") ?? 0m);
}
