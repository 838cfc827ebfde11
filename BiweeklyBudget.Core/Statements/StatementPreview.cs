using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Statements;

/// <summary>One statement of a file before its import.</summary>
public sealed record StatementPreview
{
    /// <summary>Its number in the file, from 0; see <see cref="StatementUpload.Statement"/>.</summary>
    public required int Number { get; init; }

    /// <summary>Bank, card or investment.</summary>
    public required OfxStatementKind Kind { get; init; }

    /// <summary>The account's number at the bank, all but its end hidden.</summary>
    public required string MaskedNumber { get; init; }

    /// <summary>Of when it is, UTC: the day of its balance where the bank says it, otherwise its last day, otherwise when the bank made the file.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>As in the file.</summary>
    public string? Currency { get; init; }

    /// <summary>Ledger balance, or an investment's value.</summary>
    public decimal? LedgerBalance { get; init; }

    /// <summary>The account it would go into: the chosen one, or the one that has the number; null when nobody knows yet.</summary>
    public int? AccountId { get; init; }

    /// <summary>Whether earlier statements of that account have the number.</summary>
    public bool IsRecognized { get; init; }

    /// <summary>The statement of that account that it was imported as already, so that it cannot be imported again; otherwise null.</summary>
    public int? DuplicateOf { get; init; }

    /// <summary>The same as a sentence, with the day where it is known.</summary>
    public string? Duplicate { get; init; }

    /// <summary>The transactions, each movement once; all of them count as new while the account is unknown.</summary>
    public IReadOnlyList<PreviewedTransaction> Transactions { get; init; } = [];

    /// <summary>How the bank writes expenses, where that is to be decided; null while the account is unknown, and when it goes on as it does.</summary>
    public PreviewedSign? Sign { get; init; }

    /// <summary>What looks odd about the statement.</summary>
    public IReadOnlyList<string> Oddities { get; init; } = [];

    /// <summary>Number of transactions in a state.</summary>
    public int Count(PreviewState state) => Transactions.Count(t => t.State == state);
}
