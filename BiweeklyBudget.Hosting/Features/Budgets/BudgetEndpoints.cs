using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>Budgets over HTTP (spec/http-api.md §11, §16).</summary>
internal static class BudgetEndpoints
{
    public static void MapBudgets(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/budget", form => new SaveBudget(form.Database).ExecuteAsync(form.Form, form.Aborted));
        routes.MapRecord("/ajax/budget/{id}", "Budget", FindAsync);
        routes.MapGet("/ajax/chart-data/budget-spending/by-pay-period", ChartByPayPeriodAsync);
        routes.MapGet("/ajax/chart-data/budget-spending/by-month", ChartByMonthAsync);
        routes.MapGet("/ajax/chart-data/budget-spending/{aggregation}", () => ApiJson.Refusal(StatusCodes.Status404NotFound, "Unknown aggregation; there are by-pay-period and by-month."));
    }

    private static async Task<BudgetJson?> FindAsync(BudgetDbContext database, int id, CancellationToken token) =>
        await database.Budgets.AsNoTracking().SingleOrDefaultAsync(budget => budget.Id == id, token) is { } found ? BudgetJson.Of(found) : null;

    private static async Task<IResult> ChartByPayPeriodAsync(BudgetDbContext database, BudgetSettings settings, TimeProvider time, CancellationToken token) =>
        Chart(await new SpendingHistory(database).ReadByPayPeriodAsync(settings.PayCalendar, TodayOf(time), token));

    private static async Task<IResult> ChartByMonthAsync(BudgetDbContext database, TimeProvider time, CancellationToken token) =>
        Chart(await new SpendingHistory(database).ReadByMonthAsync(TodayOf(time), token));

    private static IResult Chart(SpendingChart chart) =>
        ApiJson.TableReply(new ChartReply([.. chart.Spans.Select(span => ChartReply.Item(span.Label, span.Amounts.Select(amount => KeyValuePair.Create(amount.Key, (decimal?)amount.Value))))], chart.Names));

    private static DateOnly TodayOf(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
