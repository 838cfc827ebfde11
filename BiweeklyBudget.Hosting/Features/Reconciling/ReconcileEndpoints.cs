using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>Reconciling over HTTP (spec/http-api.md §12), and taking a reconciliation back.</summary>
internal static class ReconcileEndpoints
{
    public static void MapReconciling(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/ajax/unreconciled/trans", TransactionsAsync).Described(ReconcileOperations.Transactions);
        routes.MapRead("/ajax/unreconciled/ofx", BankTransactionsAsync).Described(ReconcileOperations.BankTransactions);
        routes.MapRecord("/ajax/reconcile/{id}", "TxnReconcile", FindAsync).Described(ReconcileOperations.Find);
        routes.MapPostOnly("/ajax/reconcile", ReconcileAsync).Described(ReconcileOperations.Save);
        routes.MapForm("/forms/undo_reconcile", new UndoReconciliationForm()).Described(ReconcileOperations.Undo);
        routes.MapForm("/forms/make_transaction", new MakeTransactionForm()).Described(ReconcileOperations.CheckMade);
    }

    private static async Task<IResult> TransactionsAsync(HttpContext context, BudgetBook book) =>
        ApiJson.Reply((await book.Reconciling.ListTransactionsAsync(context.RequestAborted)).Select(NamedTransactionJson.Of).ToList());

    private static async Task<IResult> BankTransactionsAsync(HttpContext context, BudgetBook book) =>
        ApiJson.Reply((await book.Reconciling.ListBankTransactionsAsync(context.RequestAborted)).Select(UnreconciledBankTransactionJson.Of).ToList());

    private static async Task<ReconciliationJson?> FindAsync(HttpContext context, BudgetBook book, int id) => await book.Reconciling.FindAsync(id, context.RequestAborted) is { } found
        ? ReconciliationJson.Of(await HighData.IsShownAsync(context, book) ? found : HighData.Hide(found))
        : null;

    private static async Task<IResult> ReconcileAsync(HttpContext context, BudgetBook book)
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

        if (!ReconcileBody.TryRead(body.Json, out var batch, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var reply = ReconcileReply.Of(await book.Reconciling.SaveAsync(batch, context.RequestAborted));
        SaveWarnings.Write(context.Response, reply.Warnings);
        PlainWords.Write(context.Response, reply, context.RequestServices.GetRequiredService<DayFormat>());
        return ApiJson.Reply(reply, reply.Success ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
