namespace BiweeklyBudget.Core.Fuel;

/// <summary>A vehicle or a fill that is to be deleted.</summary>
/// <param name="Id">Its id.</param>
internal sealed record FuelDeletion(int Id);
