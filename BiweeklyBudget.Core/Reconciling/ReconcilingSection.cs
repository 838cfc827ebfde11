using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>The reconciliations of a book: <c>book.Reconciling</c>.</summary>
public sealed class ReconcilingSection
{
    private readonly BookSession _session;

    internal ReconcilingSection(BookSession session) => _session = session;
}
