using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>Changes taken back over HTTP.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder routes) => routes.MapForm("/forms/undo", new UndoForm()).JsonOnly().Described(HistoryOperations.Undo);
}
