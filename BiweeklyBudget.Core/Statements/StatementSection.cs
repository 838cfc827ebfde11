using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The statements of a book: <c>book.Statements</c>.</summary>
public sealed class StatementSection
{
    private readonly BookSession _session;

    internal StatementSection(BookSession session) => _session = session;
}
