namespace BiweeklyBudget.Core.Statements;

/// <summary>What a bank said of a transaction that the row itself does not say.</summary>
/// <param name="FitId">The row's key, or the bank's id of a transaction that is void.</param>
/// <param name="IsVoid">Whether the bank took the transaction back; otherwise a reconciled row keeps what it says, and this is the bank's later word.</param>
/// <param name="Day">The bank's day; of a void transaction that never was here, the day of its correction.</param>
/// <param name="Posted">The instant, UTC.</param>
/// <param name="Amount">With the bank's sign; null when it is not known.</param>
/// <param name="Name">As it would be stored.</param>
/// <param name="Memo">As it would be stored.</param>
internal sealed record BankRemark(string FitId, bool IsVoid, DateOnly Day, DateTime Posted, decimal? Amount, string? Name, string? Memo)
{
    /// <summary>Days between a transaction and its correction; an id that comes again later is another transaction.</summary>
    public const int MostDaysBack = 62;

    /// <summary>Whether a void transaction is this movement.</summary>
    public bool Voids(Movement movement) => Amount is { } amount
        ? Movement.Of(Day, Posted, amount, Name, Memo).To(movement) > Likeness.None
        : movement.Day <= Day.AddDays(1) && Day.DayNumber - movement.Day.DayNumber <= MostDaysBack;
}
