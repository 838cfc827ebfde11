namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Reads the elements of a file: which tag ends which, in SGML where fields need no end tag and in XML (spec/bank-data.md §1.1).
/// What the elements mean is said by <see cref="OfxMeaning"/>.
/// </summary>
/// <param name="file">The file's bytes; seekable.</param>
internal sealed class OfxReader(Stream file)
{
    private const int Deepest = 64;

    // The fields of one of these might be those of the next one if its end is missing: money would be mistaken.
    private static readonly HashSet<string> NeedsOwnEnd = new(StringComparer.Ordinal) { "STMTTRN", "INVPOS", "CURRENCY", "ORIGCURRENCY" };

    // These hold such ones, or a balance. The end of what is around them shows that they were complete; the end of the file does not.
    private static readonly HashSet<string> NeedsEnd = new(NeedsOwnEnd, StringComparer.Ordinal)
    {
        "OFX", "SONRS", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "STMTRS", "CCSTMTRS", "INVSTMTRS", "BANKTRANLIST", "INVTRANLIST", "LEDGERBAL", "AVAILBAL", "INVPOSLIST",
    };

    // Text in front of their first element is none of theirs.
    private static readonly HashSet<string> Aggregates = new(NeedsEnd, StringComparer.Ordinal) { "STATUS", "FI", "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "PAYEE" };

    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private readonly OfxMeaning _meaning = new();
    private OfxAggregate? _current;
    private OfxPending? _pending;

    /// <summary>Characters looked at or taken: the work that reading cost.</summary>
    public long Work { get; private set; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="OfxException">It cannot be imported.</exception>
    public OfxFile Read()
    {
        if (file.Length > OfxFile.MaxBytes)
        {
            throw new OfxException($"The file is larger than {OfxFile.MaxBytes / 1024 / 1024} MiB.", 1);
        }

        var encoding = OfxEncoding.Detect(file);
        FindEnds(encoding);
        using var text = Open(encoding);
        var characters = new OfxCharacters(text);
        var tokens = new OfxTokenizer(characters);
        try
        {
            do
            {
                tokens.Read();
                Take(tokens);
            }
            while (tokens.Kind != OfxTokenKind.EndOfFile);
        }
        finally
        {
            Work += characters.Work;
        }

        return _meaning.File(tokens.Line);
    }

    /// <summary>An element whose end tag occurs nowhere in the file ends at the next tag; therefore the end tags are looked for first.</summary>
    private void FindEnds((System.Text.Encoding, int) encoding)
    {
        using var text = Open(encoding);
        var characters = new OfxCharacters(text);
        var tokens = new OfxTokenizer(characters);
        var hasRoot = false;
        do
        {
            tokens.Read();
            hasRoot |= tokens is { Kind: OfxTokenKind.Start, Name: "OFX" };
            if (tokens.Kind == OfxTokenKind.End)
            {
                _ended.Add(tokens.Name);
            }
        }
        while (tokens.Kind != OfxTokenKind.EndOfFile);

        Work += characters.Work;
        if (!hasRoot)
        {
            throw new OfxException($"The ofx file is empty! It ends in line {tokens.Line} without <OFX>.", tokens.Line);
        }

        if (tokens.DeclarationLine is { } line)
        {
            throw new OfxException($"Line {line}: a document type declaration is not allowed; <OFX> or a tag within it was expected.", line);
        }
    }

    private StreamReader Open((System.Text.Encoding Encoding, int Preamble) encoding)
    {
        file.Position = encoding.Preamble;
        return new StreamReader(file, encoding.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: (int)Math.Clamp(file.Length, 128, 16 * 1024), leaveOpen: true);
    }

    private void Take(OfxTokenizer tokens)
    {
        if (_pending is { } pending)
        {
            if (pending.IsText && _current is { Name: "STMTTRN" or "PAYEE" } && pending.TakesStray(tokens, _ended.Contains(tokens.Name)))
            {
                return;
            }

            Settle(pending, tokens);
        }

        switch (tokens.Kind)
        {
            case OfxTokenKind.Start:
                _pending = new OfxPending(tokens.Name, tokens.Line);
                break;
            case OfxTokenKind.Empty:
                _current?.Add(tokens.Name, new OfxField("", tokens.Line));
                break;
            case OfxTokenKind.End:
                End(tokens.Name, tokens.Line);
                break;
            case OfxTokenKind.EndOfFile when _current is { } open:
                throw new OfxException($"The file ends in line {tokens.Line} within <{open.Name}> of line {open.Line}: </{open.Name}> was expected.", tokens.Line);
        }
    }

    /// <summary>Decides, at the next tag, whether the element that began last is a field or an aggregate.</summary>
    private void Settle(OfxPending pending, OfxTokenizer next)
    {
        _pending = null;
        var text = pending.TextWith(next.Text);
        var isField = text.Length > 0 || OfxAggregate.IsField(pending.Name) || (next.Kind == OfxTokenKind.End && next.Name == pending.Name);
        if (isField && !Aggregates.Contains(pending.Name))
        {
            _current?.Add(pending.Name, new OfxField(text, pending.Line));
        }
        else if (_ended.Contains(pending.Name) || NeedsEnd.Contains(pending.Name))
        {
            Open(pending.Name, pending.Line);
        }
    }

    /// <summary>Only what is within OFX matters: around it, mailers and proxies leave their own.</summary>
    private void Open(string name, int line)
    {
        if (_current is null && name != "OFX")
        {
            return;
        }

        // A balance cannot stand in a list or in another one: they have ended, whether or not it was said.
        while (name is "LEDGERBAL" or "AVAILBAL" && _current is { Name: "BANKTRANLIST" or "LEDGERBAL" or "AVAILBAL", Parent.Statement: not null })
        {
            _meaning.End(_current);
            _current = _current.Parent;
        }

        _current = new OfxAggregate(name, line, _current);
        if (_current.Depth > Deepest)
        {
            throw new OfxException($"Line {line}: <{name}> lies more than {Deepest} aggregates deep; end tags were expected.", line);
        }

        OfxMeaning.Begin(_current);
    }

    private void End(string name, int line)
    {
        var ended = _current;
        while (ended is not null && ended.Name != name)
        {
            ended = ended.Parent;
        }

        // The end tag of a field, or one too many.
        if (ended is null)
        {
            return;
        }

        for (; _current != ended; _current = _current.Parent)
        {
            if (NeedsOwnEnd.Contains(_current!.Name))
            {
                throw new OfxException($"Line {line}: </{_current.Name}> was expected for line {_current.Line}, but </{name}> was found.", line);
            }

            _meaning.End(_current);
        }

        _meaning.End(ended);
        _current = ended.Parent;
    }
}
