using System.Net;
using System.Text;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Cuts a file into tags and the texts between them, for SGML and XML alike (spec/bank-data.md §1.1). Every character is looked
/// at a bounded number of times, and of an endless text only the beginning is kept.
/// </summary>
/// <param name="characters">The file.</param>
internal sealed class OfxTokenizer(OfxCharacters characters)
{
    /// <summary>Characters of one text that are kept; no field is nearly as long.</summary>
    public const int LongestText = 8 * 1024;

    private const int LongestName = 64;

    private static readonly string[] Declarations = ["<!DOCTYPE", "<!ENTITY", "<!ELEMENT", "<!ATTLIST", "<!NOTATION"];

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _encoded = new();
    private string _writtenName = "";

    /// <summary>What was read last.</summary>
    public OfxTokenKind Kind { get; private set; }

    /// <summary>The tag's name in upper case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The tag's line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The tag as it is written, without attributes.</summary>
    public string Written => $"<{(Kind == OfxTokenKind.End ? "/" : "")}{_writtenName}>";

    /// <summary>Whether nothing but white space stands in front of the tag on its line.</summary>
    public bool BeginsLine { get; private set; }

    /// <summary>The text in front of the tag: entities decoded, trimmed, line breaks made spaces, without control characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the file first declares a document type or its entities, if it does. No declaration is ever followed.</summary>
    public int? DeclarationLine { get; private set; }

    /// <summary>Reads on to the next tag, or to the end.</summary>
    /// <exception cref="OfxException">A comment or CDATA section has no end.</exception>
    public void Read()
    {
        _text.Clear();
        BeginsLine = false;
        while (!ReadTag())
        {
            if (ReadOtherMarkup())
            {
                continue;
            }

            var next = characters.Peek();
            if (next < 0)
            {
                (Kind, Name, Line) = (OfxTokenKind.EndOfFile, "", characters.Line);
                break;
            }

            characters.Take(1);
            BeginsLine = next is '\r' or '\n' || (BeginsLine && char.IsWhiteSpace((char)next));
            Keep(_encoded, (char)next);
        }

        Decode();
        Text = _text.ToString().Trim();
    }

    /// <summary>Takes a comment, a CDATA section or a processing instruction, if one begins here.</summary>
    private bool ReadOtherMarkup() => characters.Peek() == '<' && characters.Peek(1) switch
    {
        '!' => ReadDeclaration(),
        '?' => SkipInstruction(),
        _ => false,
    };

    private bool ReadDeclaration()
    {
        if (characters.StartsWith("<!--"))
        {
            TakeUntil("-->", "comment", kept: null);
            return true;
        }

        if (characters.StartsWith("<![CDATA["))
        {
            Decode();
            characters.Take("<![CDATA[".Length);
            TakeUntil("]]>", "CDATA section", _text);
            return true;
        }

        if (DeclarationLine is null && Declarations.Any(start => characters.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            DeclarationLine = characters.Line;
        }

        return false;
    }

    private void TakeUntil(string end, string what, StringBuilder? kept)
    {
        var line = characters.Line;
        while (!characters.StartsWith(end))
        {
            var next = characters.Peek();
            if (next < 0)
            {
                throw new OfxException($"The file ends within the {what} of line {line}: {end} was expected.", characters.Line);
            }

            characters.Take(1);
            if (kept is not null)
            {
                Keep(kept, (char)next);
            }
        }

        characters.Take(end.Length);
    }

    /// <summary>A processing instruction is short; anything else that begins like one is text.</summary>
    private bool SkipInstruction()
    {
        for (var length = 2; length < OfxCharacters.LookAhead && characters.Peek(length) is var next && next is not ('<' or -1); length++)
        {
            if (next == '>' && characters.Peek(length - 1) == '?')
            {
                characters.Take(length + 1);
                return true;
            }
        }

        return false;
    }

    private bool ReadTag()
    {
        if (characters.Peek() != '<')
        {
            return false;
        }

        var isEnd = characters.Peek(1) == '/';
        var nameStart = isEnd ? 2 : 1;
        var nameEnd = nameStart;
        while (nameEnd - nameStart <= LongestName && characters.Peek(nameEnd) is var next && (char.IsAsciiLetterOrDigit((char)Math.Max(next, 0)) || next is '_' or '.'))
        {
            nameEnd++;
        }

        if (nameEnd == nameStart || nameEnd - nameStart > LongestName || !char.IsAsciiLetter((char)characters.Peek(nameStart)))
        {
            return false;
        }

        var close = SkipAttributes(nameEnd);
        if (close < 0)
        {
            return false;
        }

        var name = new StringBuilder(nameEnd - nameStart);
        for (var i = nameStart; i < nameEnd; i++)
        {
            name.Append((char)characters.Peek(i));
        }

        _writtenName = name.ToString();
        var isEmpty = !isEnd && characters.Peek(close - 1) == '/';
        (Kind, Name, Line) = (isEnd ? OfxTokenKind.End : isEmpty ? OfxTokenKind.Empty : OfxTokenKind.Start, _writtenName.ToUpperInvariant(), characters.Line);
        characters.Take(close + 1);
        return true;
    }

    /// <summary>
    /// Where the tag ends, or -1 when this is no tag but text with a "less than" in it. OFX has no attributes, but XML writers
    /// may add a name space.
    /// </summary>
    private int SkipAttributes(int at)
    {
        char? quote = null;
        var hasValue = true;
        for (; at < OfxCharacters.LookAhead; at++)
        {
            var next = characters.Peek(at);
            switch (next)
            {
                case -1 or '<':
                    return -1;
                case '>' when quote is null:
                    return hasValue ? at : -1;
                case '"' or '\'' when quote is null || quote == next:
                    quote = quote is null ? (char)next : null;
                    hasValue = true;
                    break;
                case var other when quote is null && !char.IsWhiteSpace((char)other) && other is not ('/' or '='):
                    hasValue = false;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Appends the text so far, in which <c>&amp;amp;</c> and the like stand for characters. A bare ampersand is one.</summary>
    private void Decode()
    {
        var decoded = WebUtility.HtmlDecode(_encoded.ToString());
        _encoded.Clear();
        foreach (var character in decoded)
        {
            Keep(_text, character);
        }
    }

    /// <summary>White space at the beginning is dropped at once, so that it never crowds out the text. Line breaks mean nothing.</summary>
    private void Keep(StringBuilder kept, char character)
    {
        var isFirst = _text.Length + _encoded.Length == 0;
        if (kept.Length >= LongestText || (isFirst && char.IsWhiteSpace(character)))
        {
            return;
        }

        if (character is '\r' or '\n')
        {
            character = kept.Length > 0 && kept[^1] == ' ' ? '\0' : ' ';
        }
        else if (character == '\t')
        {
            character = ' ';
        }

        if (!char.IsControl(character))
        {
            kept.Append(character);
        }
    }
}
