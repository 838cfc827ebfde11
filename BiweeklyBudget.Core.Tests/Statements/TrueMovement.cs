using System.Globalization;
using BiweeklyBudget.Core.Tests.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>A movement of money as it really happened, and the id that the bank gives it in every file; empty for none.</summary>
internal sealed record TrueMovement(DateOnly Day, decimal Amount, string Name, string FitId, string Zone)
{
    /// <summary>
    /// Whether two movements of one id can be told apart at all: a bank that gives one id to two movements of one day and one amount, or lists within ten days
    /// the same text or the same amount again, says the same as one that corrects itself.
    /// </summary>
    public bool IsTellable(TrueMovement other) =>
        FitId != other.FitId || FitId.Length == 0
        || ((Day != other.Day || Amount != other.Amount) && (Math.Abs(Day.DayNumber - other.Day.DayNumber) > 10 || (Amount != other.Amount && Name != other.Name)));

    /// <summary>The movement as a file lists it.</summary>
    public string Written => OfxText.Transaction(FitId, Amount.ToString(CultureInfo.InvariantCulture), Name, date: string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}000000{Zone}"));

    /// <summary>What must be stored of it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Amount:0.00} {Name}");
}
