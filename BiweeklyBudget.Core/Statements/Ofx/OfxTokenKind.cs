namespace BiweeklyBudget.Core.Statements.Ofx;

internal enum OfxTokenKind
{
    /// <summary><c>&lt;NAME&gt;</c>.</summary>
    Start,

    /// <summary><c>&lt;NAME/&gt;</c>.</summary>
    Empty,

    /// <summary><c>&lt;/NAME&gt;</c>.</summary>
    End,

    /// <summary>The end of the file.</summary>
    EndOfFile,
}
