namespace BiweeklyBudget.Core.Statements;

/// <summary>A transaction of a file before its import.</summary>
/// <param name="FitId">The key that it has or would have, unless that is taken: the bank's id, or one derived from day, amount and text.</param>
/// <param name="DatePosted">UTC.</param>
/// <param name="DayPosted">The day as the bank wrote it, in its own zone.</param>
/// <param name="Amount">With the bank's sign.</param>
/// <param name="Name">As it would be stored.</param>
/// <param name="Memo">As it would be stored.</param>
/// <param name="State">What would become of it.</param>
/// <param name="Oddity">What looks odd about it, or null.</param>
public sealed record PreviewedTransaction(string FitId, DateTime DatePosted, DateOnly DayPosted, decimal Amount, string? Name, string? Memo, PreviewState State, string? Oddity)
{
    /// <summary>What a person reads of it: the name, or where that is blank the memo.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Name) ? Memo : Name;
}
