using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The payoff plans of a book: <c>book.CreditPayoff</c>.</summary>
public sealed class CreditPayoffSection
{
    private readonly BookSession _session;

    internal CreditPayoffSection(BookSession session) => _session = session;
}
