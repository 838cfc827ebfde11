using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A file that is to be imported into an account.</summary>
public sealed record StatementUpload
{
    /// <summary>Most bytes of a file: years of statements.</summary>
    public const int LargestFile = OfxFile.MaxBytes;

    /// <summary>The account to import into.</summary>
    public required int AccountId { get; init; }

    /// <summary>The file's name without a folder, 1 to 254 characters; an account has each name once (<see cref="RecognizesContent"/>).</summary>
    public required string FileName { get; init; }

    /// <summary>When the file was written, UTC; null for now.</summary>
    public DateTime? FileTime { get; init; }

    /// <summary>The bytes of an OFX or QFX file, at most <see cref="LargestFile"/>; seekable. The caller disposes it.</summary>
    public required Stream Content { get; init; }

    /// <summary>
    /// Which of the file's statements to take, from 0: those of bank accounts come first, then cards, then investments, each in the file's order, but those of one
    /// account together, the oldest first (<see cref="StatementPreview.Number"/>). Null for all of the account whose number is that of the account's newest
    /// statement, otherwise of the first account in the file.
    /// </summary>
    public int? Statement { get; init; }

    /// <summary>
    /// Whether the bank writes expenses as negative, so that its amounts are to be turned round for the account; it is remembered in the account. Null leaves the account's setting
    /// (<see cref="Accounts.AccountChange.NegatesBankAmounts"/>). A preview finds it out (<see cref="StatementPreview.Sign"/>).
    /// </summary>
    public bool? TurnsAmountsRound { get; init; }

    /// <summary>
    /// Whether a file is known by its bytes: the same ones are refused as <see cref="Saving.ProblemCode.Taken"/> under any name, and others of a name that the
    /// account has already are stored with a number behind the name. Otherwise any file of such a name is refused.
    /// </summary>
    public bool RecognizesContent { get; init; }

    /// <summary>Whether <see cref="StatementSection.UndoAsync"/> shall be able to take the import back. Each account keeps the means for its ten latest such imports.</summary>
    public bool IsUndoable { get; init; }
}
