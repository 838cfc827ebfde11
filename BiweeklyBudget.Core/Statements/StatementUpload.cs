namespace BiweeklyBudget.Core.Statements;

/// <summary>A file that is to be imported into an account.</summary>
public sealed record StatementUpload
{
    /// <summary>The account to import into.</summary>
    public required int AccountId { get; init; }

    /// <summary>The file's name without a folder; an account has each name once.</summary>
    public required string FileName { get; init; }

    /// <summary>When the file was written, UTC; null for now.</summary>
    public DateTime? FileTime { get; init; }

    /// <summary>The file's bytes; seekable.</summary>
    public required Stream Content { get; init; }

    /// <summary>
    /// Which of the file's statements to take, from 0 in the order of <see cref="Ofx.OfxFile.Statements"/>; null for the one
    /// whose account number is that of the account's newest statement, otherwise the first.
    /// </summary>
    public int? Statement { get; init; }

    /// <summary>Whether <see cref="UndoImport"/> shall be able to take the import back; costs some rows in the table <c>settings</c>.</summary>
    public bool IsUndoable { get; init; }
}
