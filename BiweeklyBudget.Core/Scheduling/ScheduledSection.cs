using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>The scheduled transactions of a book: <c>book.Scheduled</c>.</summary>
public sealed class ScheduledSection
{
    private readonly BookSession _session;

    internal ScheduledSection(BookSession session) => _session = session;
}
