using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The pay periods of a book: <c>book.PayPeriods</c>.</summary>
public sealed class PayPeriodSection
{
    private readonly BookSession _session;

    internal PayPeriodSection(BookSession session) => _session = session;
}
