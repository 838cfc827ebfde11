using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>Statements and bank transactions over HTTP (spec/http-api.md §13, §5).</summary>
internal static class StatementEndpoints
{
    private const int AccountColumn = 2;

    private static readonly JsonElement NoConfiguration = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    public static void MapStatements(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/ofx/accounts", ListAccountsAsync).Described(StatementOperations.Accounts).WithMetadata(new NeedsAttribute(Access.ByMethod) { AlsoFor = TokenScopes.Statements });
        routes.MapSave("/api/ofx/statement", AddStatementAsync).Described(StatementOperations.Add).WithMetadata(new NeedsAttribute(Access.ByMethod) { AlsoFor = TokenScopes.Statements });
        routes.MapTable("/ajax/ofx", StatementSection.Columns, ReadAsync, BankTransactionRowJson.Of).Described(StatementOperations.Table);
        routes.MapRead("/ajax/ofx/{account}/{**fitid}", FindAsync).Described(StatementOperations.Find);
        routes.MapSave("/ajax/ofx/import", ImportAsync).Described(StatementOperations.Import);
        routes.MapSave("/ajax/ofx/undo", UndoAsync).Described(StatementOperations.Undo);
        routes.MapRead("/ofx.csv", DownloadAsync).Described(StatementOperations.Download);
    }

    private static async Task<IResult> ListAccountsAsync(HttpContext context, BudgetBook book)
    {
        // A token for uploading statements belongs to the program that downloads them.
        var isShown = await HighData.IsShownAsync(context, book, TokenScopes.Statements);

        // Account names are unique to the database's collation; the last of what it cannot tell apart counts, as upstream has it.
        var accounts = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var account in await book.Statements.ListDownloadAccountsAsync(context.RequestAborted))
        {
            accounts[account.Name ?? ""] = new DownloadAccountJson(isShown ? account.VaultPath : HighData.Hidden(account.VaultPath), isShown ? account.Configuration : NoConfiguration, account.Id, account.AppendsMemoToName);
        }

        return ApiJson.Reply(accounts);
    }

    private static async Task<IResult> AddStatementAsync(HttpContext context, BudgetBook book)
    {
        var body = await StatementBody.ReadAsync(context);
        return body.Refusal ?? StatementReply.Of(await StoreAsync(body.Upload with { Statement = null, TurnsAmountsRound = null }, context, book), body.Upload, days: null);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, BudgetBook book)
    {
        var body = await StatementBody.ReadAsync(context);
        if (body.Refusal is not null)
        {
            return body.Refusal;
        }

        var upload = body.Upload with { IsUndoable = true, RecognizesContent = true };
        return StatementReply.Of(await StoreAsync(upload, context, book), upload, context.RequestServices.GetRequiredService<DayFormat>());
    }

    private static async Task<Outcome<ImportedStatement>> StoreAsync(StatementUpload upload, HttpContext context, BudgetBook book)
    {
        var outcome = await book.Statements.ImportAsync(upload, context.RequestAborted);
        ImportLog.Write(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ImportLog)), outcome, upload);
        return outcome;
    }

    private static async Task<IResult> UndoAsync(HttpContext context, BudgetBook book)
    {
        var body = await JsonBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is not null)
        {
            return body.Refusal;
        }

        if (body.Json.ValueKind != JsonValueKind.Object || !body.Json.TryGetProperty("statement_id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out var statement))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, "statement_id is missing");
        }

        return ApiJson.Reply(await book.Statements.UndoAsync(statement, context.RequestAborted) switch
        {
            Outcome<UndoneImport>.Saved { Value: var undone } => new FormReply { Success = true, SuccessMessage = $"The import of {undone.FileName} was undone: {undone.Removed} transactions removed, {undone.Restored} put back as they were." },
            Outcome<UndoneImport>.Refused refused => FormReply.Failed(refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        });
    }

    private static async Task<IResult> FindAsync(HttpContext context, BudgetBook book)
    {
        var id = FitIdAddress.Read(context, segments: 3, context.RouteText("fitid"));
        return int.TryParse(context.RouteText("account"), NumberStyles.None, CultureInfo.InvariantCulture, out var accountId)
            && await book.Statements.FindAsync(accountId, id, context.RequestAborted) is { } found
            ? ApiJson.Reply(BankTransactionDetailsJson.Of(await HighData.IsShownAsync(context, book) ? found : HighData.Hide(found)))
            : ApiJson.Refusal(StatusCodes.Status404NotFound, "Error: there is no such OFXTransaction");
    }

    private static Task<TablePage<BankTransactionLine>> ReadAsync(BudgetBook book, TableRequest request, CancellationToken token) =>
        book.Statements.ListAsync(request.Query, request.IdFilter(AccountColumn), token);

    private static async Task<IResult> DownloadAsync(HttpContext context, BudgetBook book)
    {
        if (!TableRequest.TryReadAllPages(context.Request.Query, StatementSection.Columns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var page = await ReadAsync(book, request, context.RequestAborted);
        return CsvText.Reply(
            "ofx.csv",
            ["Date posted", "Amount", "Account", "Type", "Name", "Memo", "Description", "FITID", "Last statement", "Reconciled", "Notes"],
            page.Rows.Select(row => new object?[] { row.DayPosted, row.Amount, row.AccountName, row.Type, row.Name, row.Memo, row.Description, row.FitId, row.StatementId, row.ReconciliationId is not null, row.Notes }));
    }
}
