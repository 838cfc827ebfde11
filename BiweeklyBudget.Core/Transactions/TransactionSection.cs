using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>The transactions of a book: <c>book.Transactions</c>.</summary>
public sealed class TransactionSection
{
    private readonly BookSession _session;

    internal TransactionSection(BookSession session) => _session = session;
}
