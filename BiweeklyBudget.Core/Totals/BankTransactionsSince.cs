using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Totals;

/// <summary>The bank transactions of a day and later, by the bank's own day where it is known and otherwise by the instant's UTC day.</summary>
internal static class BankTransactionsSince
{
    /// <summary>Narrows bank transactions down.</summary>
    /// <param name="transactions">Bank transactions.</param>
    /// <param name="first">The day.</param>
    public static IQueryable<BankTransaction> Day(IQueryable<BankTransaction> transactions, DateOnly first)
    {
        var midnight = first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var before = first == DateOnly.MinValue ? midnight : midnight.AddDays(-1);
        var after = first == DateOnly.MaxValue ? midnight : midnight.AddDays(1);

        // The instant alone decides, and an index finds it, but on the days beside the first one.
        return transactions.Where(row => row.DatePosted >= before && (row.DatePosted >= after || (row.PostedDay != null ? row.PostedDay >= first : row.DatePosted >= midnight)));
    }
}
