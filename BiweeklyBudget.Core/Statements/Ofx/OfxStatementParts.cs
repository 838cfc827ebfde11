namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>A statement while it is read.</summary>
/// <param name="kind">Bank, card or investment.</param>
internal sealed class OfxStatementParts(OfxStatementKind kind)
{
    public OfxStatementKind Kind { get; } = kind;

    public List<OfxTransaction> Transactions { get; } = [];

    /// <summary>What is wrong with it, but no reason to refuse it.</summary>
    public ImportWarnings Warnings { get; } = new();

    public DateTime? End { get; set; }

    public decimal? Ledger { get; set; }

    public DateTime? LedgerAsOf { get; set; }

    public decimal? Available { get; set; }

    public DateTime? AvailableAsOf { get; set; }

    /// <summary>Value of an investment's positions so far; null before its list of positions begins.</summary>
    public decimal? Positions { get; set; }

    /// <summary>Whether one of them says no value that can be read.</summary>
    public bool HasUnreadablePosition { get; set; }

    /// <summary>The oldest price among them.</summary>
    public DateTime? PricedAt { get; set; }
}
