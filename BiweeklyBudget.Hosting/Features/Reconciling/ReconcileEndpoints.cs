using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>Reconciling over HTTP (spec/http-api.md §12), and taking a reconciliation back.</summary>
internal static class ReconcileEndpoints
{
    public static void MapReconciling(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ajax/unreconciled/trans", TransactionsAsync);
        routes.MapGet("/ajax/unreconciled/ofx", BankTransactionsAsync);
        routes.MapRecord("/ajax/reconcile/{id}", "TxnReconcile", FindAsync);
        routes.MapPostOnly("/ajax/reconcile", ReconcileAsync);
        routes.MapForm("/forms/undo_reconcile", form => new UndoReconciliation(form.Database).ExecuteAsync(form.Form, form.Aborted));
    }

    private static async Task<IResult> TransactionsAsync(BudgetBook book, BudgetSettings settings, CancellationToken token) =>
        ApiJson.Reply((await new UnreconciledReader(book.Database).ReadTransactionsAsync(settings.ReconcileBeginDate!.Value, token)).Select(NamedTransactionJson.Of).ToList());

    private static async Task<IResult> BankTransactionsAsync(BudgetBook book, BudgetSettings settings, CancellationToken token) =>
        ApiJson.Reply((await new UnreconciledReader(book.Database).ReadBankTransactionsAsync(settings.ReconcileBeginDate!.Value, token)).Select(UnreconciledBankTransactionJson.Of).ToList());

    private static async Task<ReconciliationJson?> FindAsync(BudgetBook book, int id, CancellationToken token) =>
        await new ReconciliationReader(book.Database).FindAsync(id, token) is { } found ? ReconciliationJson.Of(found) : null;

    private static async Task<IResult> ReconcileAsync(HttpContext context, BudgetBook book, TimeProvider time)
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

        var result = await new Reconcile(book.Database, time).ExecuteAsync(request!, context.RequestAborted);
        SaveWarnings.Write(context.Response, result);
        return ApiJson.Reply(FormReply.Of(result), result is SaveResult.Saved ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
