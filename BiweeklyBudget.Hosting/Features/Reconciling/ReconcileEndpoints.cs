using System.Text.Json;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>Reconciling over HTTP (spec/http-api.md §12), and taking a reconciliation back.</summary>
internal static class ReconcileEndpoints
{
    /// <summary>
    /// Header of a success that lists pairs whose accounts or amounts differ, as a JSON array of texts (spec/domain.md D 15). The
    /// reply's body has the keys that scripts know and no more.
    /// </summary>
    public const string WarningsHeader = "X-Reconcile-Warnings";

    // A header of many kilobytes breaks proxies; the first warnings are enough to go and look.
    private const int MostWarnings = 20;

    public static void MapReconciling(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ajax/unreconciled/trans", TransactionsAsync);
        routes.MapGet("/ajax/unreconciled/ofx", BankTransactionsAsync);
        routes.MapRecord("/ajax/reconcile/{id}", "TxnReconcile", FindAsync);
        routes.MapPostOnly("/ajax/reconcile", ReconcileAsync);
        routes.MapForm("/forms/undo_reconcile", form => new UndoReconciliation(form.Database).ExecuteAsync(form.Form, form.Aborted));
    }

    private static async Task<IResult> TransactionsAsync(BudgetDbContext database, BudgetSettings settings, CancellationToken token) =>
        ApiJson.Reply((await new UnreconciledReader(database).ReadTransactionsAsync(settings.ReconcileBeginDate!.Value, token)).Select(NamedTransactionJson.Of).ToList());

    private static async Task<IResult> BankTransactionsAsync(BudgetDbContext database, BudgetSettings settings, CancellationToken token) =>
        ApiJson.Reply((await new UnreconciledReader(database).ReadBankTransactionsAsync(settings.ReconcileBeginDate!.Value, token)).Select(UnreconciledBankTransactionJson.Of).ToList());

    private static async Task<ReconciliationJson?> FindAsync(BudgetDbContext database, int id, CancellationToken token) =>
        await new ReconciliationReader(database).FindAsync(id, token) is { } found ? ReconciliationJson.Of(found) : null;

    private static async Task<IResult> ReconcileAsync(HttpContext context, BudgetDbContext database, TimeProvider time)
    {
        if (!context.Request.HasJsonContentType())
        {
            return ApiJson.Refusal(StatusCodes.Status415UnsupportedMediaType, "The request's content type must be application/json.");
        }

        var body = await JsonBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!ReconcileRequest.TryRead(body.Json, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error!);
        }

        var result = await new Reconcile(database, time).ExecuteAsync(request!, context.RequestAborted);
        if (result is SaveResult.Saved { Warnings.Count: > 0 } saved)
        {
            // ASCII only: the serializer escapes everything else.
            context.Response.Headers[WarningsHeader] = JsonSerializer.Serialize(saved.Warnings.Take(MostWarnings));
        }

        return ApiJson.Reply(FormReply.Of(result), result is SaveResult.Saved ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
