using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>The household's settings over HTTP. They have no counterpart in upstream.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder routes) => routes.MapForm("/forms/settings", new SettingsForm()).JsonOnly().Described(SettingsOperations.Save);
}
