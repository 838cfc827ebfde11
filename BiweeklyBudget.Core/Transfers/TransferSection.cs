using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>The transfers of a book: <c>book.Transfers</c>.</summary>
public sealed class TransferSection
{
    private readonly BookSession _session;

    internal TransferSection(BookSession session) => _session = session;
}
