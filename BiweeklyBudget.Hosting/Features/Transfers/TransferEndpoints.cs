using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>Transfers over HTTP (spec/http-api.md §10.3, §11.3).</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/account_transfer", new AccountTransferForm()).Described(TransferOperations.BetweenAccounts);
        routes.MapForm("/forms/transfer", new AnyTransferForm()).Described(TransferOperations.OfEitherKind);
        routes.MapForm("/forms/budget_transfer", new BudgetTransferForm()).Described(TransferOperations.BetweenBudgets);
    }
}
