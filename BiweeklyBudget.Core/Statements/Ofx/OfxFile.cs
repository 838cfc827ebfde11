namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>What an OFX or QFX file holds.</summary>
/// <param name="InstitutionId">FI/FID; null when absent. Not the routing number.</param>
/// <param name="Statements">
/// At least one: banks, then cards, then investments, each in file order; but several of one account follow one another, the oldest first.
/// </param>
/// <param name="Warnings">What the user should know although the file could be read.</param>
internal sealed record OfxFile(string? InstitutionId, IReadOnlyList<OfxStatement> Statements, IReadOnlyList<string> Warnings)
{
    /// <summary>Bytes that a file may have: years of statements, and little enough for a small machine.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Statements that a file may have: two years of two accounts. Each costs a part of the preview.</summary>
    public const int MostStatements = 50;

    /// <summary>Transactions with CORRECTFITID that a file may have; banks send one now and then, and each is looked after by itself.</summary>
    public const int MostCorrections = 500;

    /// <summary>
    /// Reads a file. Time grows with its length only, and of its text no more is kept at once than the fields of the result.
    /// Nothing outside the file is ever opened.
    /// </summary>
    /// <param name="file">The file's bytes; seekable, because they are read three times.</param>
    /// <exception cref="OfxException">The file cannot be imported.</exception>
    public static OfxFile Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return new OfxReader(file).Read();
        }
        catch (OfxException exception) when (ForeignFile.Of(file) is { } other)
        {
            throw new OfxException($"This is {other.Name}, not an OFX file: there is no <OFX> in it. {other.Advice}", exception.Line);
        }
    }
}
