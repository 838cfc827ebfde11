using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The accounts of a book: <c>book.Accounts</c>.</summary>
public sealed class AccountSection
{
    private readonly BookSession _session;

    internal AccountSection(BookSession session) => _session = session;
}
