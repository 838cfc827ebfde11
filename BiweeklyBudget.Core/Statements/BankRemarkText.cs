using System.Globalization;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Remarks of a bank in words.</summary>
internal static class BankRemarkText
{
    /// <summary>A reconciled row keeps what it says; the bank's later word stands beside it.</summary>
    public static string OfReconciled(BankTransaction row, BankRemark remark) =>
        $"Transaction {Shown(row.FitId)} is reconciled and stays as it is: {Words(BankDay.Of(row.DatePosted, row.PostedDay), row.Amount, row.Name, row.Memo)}. {LaterWord(remark)}";

    /// <summary>What the bank says of a row now.</summary>
    public static string LaterWord(BankRemark remark) =>
        remark.Amount is null ? "The bank has taken it back since." : $"The bank says now: {Words(remark.Day, remark.Amount, remark.Name, remark.Memo)}.";

    /// <summary>An id as it stands in texts.</summary>
    public static string Shown(string fitId) => TextLength.Shorten(fitId, 40);

    private static string Words(DateOnly? day, decimal? amount, string? name, string? memo) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day is { } known ? DateText.Day(known) : "no day")}, {amount ?? 0m:0.00##}, {(string.IsNullOrWhiteSpace(name) ? memo : name)}");
}
