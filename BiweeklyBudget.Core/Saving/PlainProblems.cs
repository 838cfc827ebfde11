using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Saving;

/// <summary>What a person is told where upstream's messages speak of tables and ids (<see cref="Problem.Plain"/>).</summary>
internal static class PlainProblems
{
    /// <summary>A record is not there: nobody sees a number that never was, so it was deleted meanwhile.</summary>
    /// <param name="what">The kind of record, in the middle of a sentence.</param>
    public static string Gone(string what) => $"This {what} is not there any more: it was deleted meanwhile. Nothing was saved.";

    /// <summary>A transaction cannot be changed because it is reconciled.</summary>
    /// <param name="transaction">The transaction.</param>
    public static string Reconciled(Transaction transaction) => $"{Named(transaction.Description, transaction.Date)} is reconciled: only its notes can be changed. To change the rest, undo the reconciliation first.";

    /// <summary>A record as it is named in a message: <c>"Coffee" of 2017-07-28</c>.</summary>
    /// <param name="name">What the person called it; blank when it has no name.</param>
    /// <param name="day">Its day; null when it has none.</param>
    public static string Named(string? name, DateOnly? day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(string.IsNullOrWhiteSpace(name) ? "A transaction without a description" : $"\"{name}\"")}{(day is null ? "" : " of " + DateText.Day(day))}");
}
