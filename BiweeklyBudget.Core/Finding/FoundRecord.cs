namespace BiweeklyBudget.Core.Finding;

/// <summary>Something that a text finds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; 0 for a pay period, which <paramref name="Date"/> names.</param>
/// <param name="Name">Its name or description.</param>
/// <param name="Date">The day of a transaction, the first day of a pay period; null for others.</param>
/// <param name="Amount">What a transaction cost; null for others.</param>
public sealed record FoundRecord(FoundKind Kind, int Id, string Name, DateOnly? Date = null, decimal? Amount = null);
