namespace BiweeklyBudget.Core.Fuel;

/// <summary>A fill that was saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Economy">Its economy by the odometer; null when there is no lower reading to count from.</param>
/// <param name="TransactionId">The transaction that was made with it; null when none was asked for.</param>
public sealed record SavedFuelFill(int Id, decimal? Economy, int? TransactionId);
