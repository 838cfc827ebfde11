using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>Transfers over HTTP (spec/http-api.md §10.3, §11.3).</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/account_transfer", form => new AccountTransfer(form.Database).ExecuteAsync(form.Form, form.Aborted));
        routes.MapForm("/forms/budget_transfer", form => new BudgetTransfer(form.Database, form.Time).ExecuteAsync(form.Form, form.Aborted));
    }
}
