using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>Budgets over HTTP (spec/http-api.md §11, §16).</summary>
internal static class BudgetEndpoints
{
    public static void MapBudgets(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/budget", new BudgetForm()).Described(BudgetOperations.Save);
        routes.MapRecord("/ajax/budget/{id}", "Budget", FindAsync).Described(BudgetOperations.Find);
        routes.MapRead("/ajax/chart-data/budget-spending/by-pay-period", ChartByPayPeriodAsync).Described(BudgetOperations.ByPayPeriod);
        routes.MapRead("/ajax/chart-data/budget-spending/by-month", ChartByMonthAsync).Described(BudgetOperations.ByMonth);
        routes.MapGet("/ajax/chart-data/budget-spending/{aggregation}", context => UnknownAggregation().ExecuteAsync(context)).ExcludeFromDescription();
    }

    private static async Task<BudgetJson?> FindAsync(BudgetBook book, int id, CancellationToken token) => await book.Budgets.FindAsync(id, token) is { } found ? BudgetJson.Of(found) : null;

    private static async Task<IResult> ChartByPayPeriodAsync(HttpContext context, BudgetBook book) => Chart(await book.Budgets.SpendingByPayPeriodAsync(context.RequestAborted), "pay periods");

    private static async Task<IResult> ChartByMonthAsync(HttpContext context, BudgetBook book) => Chart(await book.Budgets.SpendingByMonthAsync(context.RequestAborted), "months");

    private static IResult UnknownAggregation() => ApiJson.Refusal(StatusCodes.Status404NotFound, "Unknown aggregation; there are by-pay-period and by-month.");

    private static IResult Chart(SpendingChart chart, string spans) => ApiJson.TableReply(new ChartReply(
        [.. chart.Spans.Select(span => ChartReply.Item(span.Label, span.Amounts.Select(amount => KeyValuePair.Create(amount.Key, (decimal?)amount.Value))))],
        chart.Names,
        NoteOf(chart, spans)));

    private static string? NoteOf(SpendingChart chart, string spans)
    {
        string?[] sentences =
        [
            chart.LeavesGaps ? $"The time is too long to draw all of it: {spans} without spending are left out." : null,
            chart.Together > 1 ? string.Create(CultureInfo.InvariantCulture, $"Each point adds up {chart.Together} {spans}, from the date shown on.") : null,
        ];
        return string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } note ? note : null;
    }
}
