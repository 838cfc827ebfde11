using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>Scheduled transactions over HTTP (spec/http-api.md §5, §8, §9).</summary>
internal static class ScheduledEndpoints
{
    private const int TypeColumn = 1;

    public static void MapScheduled(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/scheduled", new ScheduledForm()).Described(ScheduledOperations.Save);
        routes.MapForm("/forms/sched_to_trans", new ConversionForm()).Described(ScheduledOperations.Convert);
        routes.MapForm("/forms/skip_sched_trans", new SkipForm()).Described(ScheduledOperations.Skip);
        routes.MapForm("/forms/planned", new PlannedForm()).Described(ScheduledOperations.MakeOrSkip);
        routes.MapRecord("/ajax/scheduled/{id}", "ScheduledTransaction", FindAsync).Described(ScheduledOperations.Find);
        routes.MapTable("/ajax/scheduled", ScheduledSection.Columns, ReadAsync, ScheduledRowJson.Of).Described(ScheduledOperations.Table);
        routes.MapRead("/scheduled.csv", DownloadAsync).Described(ScheduledOperations.Download);
    }

    private static async Task<ScheduledJson?> FindAsync(BudgetBook book, int id, CancellationToken token) =>
        await book.Scheduled.FindAsync(id, token) is { } found ? ScheduledJson.Of(found) : null;

    private static Task<TablePage<ScheduledDetails>> ReadAsync(BudgetBook book, TableRequest request, CancellationToken token) =>
        book.Scheduled.ListAsync(request.Query, request.Filter(TypeColumn), token);

    private static async Task<IResult> DownloadAsync(HttpContext context, BudgetBook book)
    {
        if (!TableRequest.TryReadAllPages(context.Request.Query, ScheduledSection.Columns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var page = await ReadAsync(book, request, context.RequestAborted);
        return CsvText.Reply(
            "scheduled.csv",
            ["Id", "Active", "Type", "Recurrence", "Amount", "Sales tax", "Description", "Account", "Budget", "Notes"],
            page.Rows.Select(row => new object?[] { row.Id, row.IsActive == true, row.Schedule.TypeName, row.Schedule.Describe(), row.Amount, row.SalesTax, row.Description, row.AccountName, row.BudgetName, row.Notes }));
    }
}
