using BiweeklyBudget.Core.Fuel;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>All fields of a vehicle (spec/http-api.md §3).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether it is in use.</param>
internal sealed record VehicleJson(int Id, string? Name, bool? IsActive)
{
    public static VehicleJson Of(VehicleDetails details) => new(details.Id, details.Name, details.IsActive);
}
