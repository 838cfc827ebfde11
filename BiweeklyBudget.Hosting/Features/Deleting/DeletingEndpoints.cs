using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>Records deleted, or made inactive instead, over HTTP.</summary>
internal static class DeletingEndpoints
{
    public static void MapDeleting(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/delete", new DeleteForm()).Described(DeletingOperations.Delete);
        routes.MapForm("/forms/deactivate", new DeactivateForm()).Described(DeletingOperations.Deactivate);
    }
}
