using System.Text;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// The element that began last, until the next tag shows what it is. Within a text people write tags: line breaks of web pages, and words in angle brackets.
/// They belong to the text when no element of OFX has their name.
/// </summary>
/// <param name="name">In upper case.</param>
/// <param name="line">Its line, from 1.</param>
internal sealed class OfxPending(string name, int line)
{
    // What may follow NAME or MEMO: the other elements of a transaction, and whatever stands behind it.
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "TRNTYPE", "DTPOSTED", "DTUSER", "DTAVAIL", "TRNAMT", "FITID", "CORRECTFITID", "CORRECTACTION", "SRVRTID", "CHECKNUM", "REFNUM", "SIC", "PAYEEID", "NAME", "EXTDNAME", "PAYEE", "MEMO",
        "ADDR1", "ADDR2", "ADDR3", "CITY", "STATE", "POSTALCODE", "COUNTRY", "PHONE", "BANKACCTTO", "CCACCTTO", "BANKID", "BRANCHID", "ACCTID", "ACCTTYPE", "ACCTKEY", "CURRENCY", "ORIGCURRENCY",
        "CURRATE", "CURSYM", "IMAGEDATA", "INV401KSOURCE", "SUBACCTFUND", "STMTTRN", "BANKTRANLIST", "BANKTRANLISTP", "STMTTRNP", "INVTRANLIST", "INVBANKTRAN", "INVPOSLIST", "INVBAL", "LEDGERBAL", "AVAILBAL",
        "BALAMT", "DTASOF", "BALLIST", "BAL", "CASHADVBALAMT", "INTRATE", "MKTGINFO", "CURDEF", "STMTRS", "CCSTMTRS", "INVSTMTRS", "STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "BANKMSGSRSV1",
        "CREDITCARDMSGSRSV1", "INVSTMTMSGSRSV1", "SECLISTMSGSRSV1", "SIGNONMSGSRSV1", "SIGNUPMSGSRSV1", "OFX", "CATEGORY",
    };

    // Marks of web pages; a line break or a space in what a person reads.
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "BR", "P", "B", "I", "U", "S", "HR", "EM", "STRONG", "SMALL", "BIG", "FONT", "SPAN", "DIV", "TT", "PRE", "CENTER", "NOBR", "SUP", "SUB", "UL", "OL", "LI", "TD", "TR", "TABLE", "TAB", "NBSP",
    };

    private StringBuilder? _text;

    public string Name { get; } = name;

    public int Line { get; } = line;

    /// <summary>Whether it is a text for people, on which no money depends.</summary>
    public bool IsText => Name is "NAME" or "MEMO";

    /// <summary>Takes a tag, and the text in front of it, as part of its own text.</summary>
    /// <param name="tag">What was read last.</param>
    /// <param name="hasEnd">Whether the file has end tags of its name: then it is an element, and one of the bank's own.</param>
    /// <returns>False when the tag is one of OFX: the text has ended.</returns>
    public bool TakesStray(OfxTokenizer tag, bool hasEnd)
    {
        if (tag.Kind == OfxTokenKind.EndOfFile || tag.Name == Name || Elements.Contains(tag.Name) || tag.Name.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        // An element of the bank's own has an end, stands on a line of its own, or behind a text that is empty.
        var isMark = Marks.Contains(tag.Name);
        if (!isMark && (hasEnd || tag.BeginsLine || (_text is null && tag.Text.Length == 0)))
        {
            return false;
        }

        _text ??= new StringBuilder();
        Append(tag.Text);
        Append(isMark ? "" : tag.Written);
        return true;
    }

    /// <summary>The whole text, once its last part is known.</summary>
    public string TextWith(string last)
    {
        if (_text is null)
        {
            return last;
        }

        Append(last);
        return _text.ToString();
    }

    private void Append(string part)
    {
        if (part.Length == 0 || _text!.Length >= OfxTokenizer.LongestText)
        {
            return;
        }

        if (_text.Length > 0)
        {
            _text.Append(' ');
        }

        _text.Append(part.AsSpan(0, Math.Min(part.Length, OfxTokenizer.LongestText - Math.Min(_text.Length, OfxTokenizer.LongestText))));
    }
}
