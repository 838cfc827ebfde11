using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>Transactions over HTTP (spec/http-api.md §5, §7).</summary>
internal static class TransactionEndpoints
{
    /// <summary>The protocol's number of the column that filters by account.</summary>
    public const int AccountColumn = 3;

    /// <summary>That of the column that filters by budget.</summary>
    public const int BudgetColumn = 4;

    public static void MapTransactions(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/transaction", new TransactionForm()).Described(TransactionOperations.Save);
        routes.MapForm("/forms/transaction-notes", new TransactionNotesForm()).Described(TransactionOperations.SaveNotes);
        routes.MapRecord("/ajax/transactions/{id}", "Transaction", FindAsync).Described(TransactionOperations.Find);
        routes.MapTable("/ajax/transactions", TransactionSection.Columns, ReadAsync, TransactionRowJson.Of).Described(TransactionOperations.Table);
        routes.MapRead("/transactions.csv", DownloadAsync).Described(TransactionOperations.Download);
    }

    private static async Task<NamedTransactionJson?> FindAsync(BudgetBook book, int id, CancellationToken token) =>
        await book.Transactions.FindAsync(id, token) is { } found ? NamedTransactionJson.Of(found) : null;

    private static Task<TablePage<TransactionDetails>> ReadAsync(BudgetBook book, TableRequest request, CancellationToken token) =>
        book.Transactions.ListAsync(request.Query, new TransactionFilter(request.IdFilter(AccountColumn), request.IdFilter(BudgetColumn)), token);

    private static async Task<IResult> DownloadAsync(HttpContext context, BudgetBook book)
    {
        if (!TableRequest.TryReadAllPages(context.Request.Query, TransactionSection.Columns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        var page = await ReadAsync(book, request, context.RequestAborted);
        return CsvText.Reply(
            "transactions.csv",
            ["Id", "Date", "Amount", "Description", "Account", "Budgets", "Scheduled", "Budgeted amount", "Sales tax", "Reconciled", "Notes"],
            page.Rows.Select(row => new object?[] { row.Id, row.Date, row.Amount, row.Description, row.AccountName, BudgetsOf(row), row.ScheduledTransactionId, row.BudgetedAmount, row.SalesTax, row.ReconciliationId is not null, row.Notes }));
    }

    // Names with their shares, since a row has any number of them.
    private static string BudgetsOf(TransactionDetails row) =>
        row.Splits.Count == 1 ? row.Splits[0].BudgetName : string.Join("; ", row.Splits.Select(split => $"{split.BudgetName} {DecimalNumberConverter.Text(split.Amount)}"));
}
