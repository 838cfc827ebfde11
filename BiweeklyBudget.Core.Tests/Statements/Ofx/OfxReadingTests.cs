using System.Text;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>Containers, encodings and structure (spec/bank-data.md §1.1), and what hostile files are told.</summary>
public sealed class OfxReadingTests
{
    private const string Umlauts = "CAFÉ “ZÜRICH”";

    [Theory]
    [InlineData("ENCODING:USASCII\nCHARSET:1252", 1252)]
    [InlineData("ENCODING:USASCII\nCHARSET:NONE", 1252)]
    [InlineData("ENCODING:USASCII", 1252)]
    [InlineData("ENCODING:USASCII\nCHARSET:1252", 65001)]
    [InlineData("ENCODING:UTF-8\nCHARSET:1252", 65001)]
    [InlineData("ENCODING:UNICODE\nCHARSET:NONE", 65001)]
    [InlineData("ENCODING:NONE", 65001)]
    [InlineData("ENCODING:NONE", 1252)]
    [InlineData("ENCODING:KLINGON\nCHARSET:1252", 65001)]
    [InlineData("ENCODING: UTF-8 \nCHARSET:CSUNICODE:1", 1252)]
    public void An_sgml_file_is_decoded_whatever_its_header_says(string header, int codePage)
    {
        var text = OfxText.Checking(OfxText.Transaction("A", name: Umlauts)).Replace("ENCODING:USASCII\nCHARSET:1252", header, StringComparison.Ordinal);

        Assert.Equal(Umlauts, ReadAs(text, codePage));
    }

    [Theory]
    [InlineData("OFXHEADER:100 DATA:OFXSGML VERSION:102 ENCODING:USASCII CHARSET:1250 ")]
    [InlineData("OFXHEADER:100DATA:OFXSGMLVERSION:102ENCODING:USASCIICHARSET:1250COMPRESSION:NONE")]
    [InlineData("\r\n\r\nOFXHEADER:100\r\nENCODING:USASCII\r\nCHARSET:1250\r\n\r\n")]
    public void A_header_may_stand_on_one_line_or_after_blank_ones(string header) =>
        Assert.Equal("ŽLUŤOUČKÝ", ReadAs(OfxText.Checking(OfxText.Transaction("A", name: "ŽLUŤOUČKÝ")).Replace(OfxText.Header, header, StringComparison.Ordinal), 1250));

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>", 65001)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", 65001)]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", 1252)]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?>", 1252)]
    [InlineData("<?xml version=\"1.0\" encoding=\"none-such\"?>", 65001)]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", 1200)]
    [InlineData("", 65001)]
    public void An_xml_file_is_decoded_by_its_declaration_or_mark(string declaration, int codePage)
    {
        var text = OfxText.Checking(OfxText.Transaction("A", name: Umlauts)).Replace(OfxText.Header, declaration + "<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>", StringComparison.Ordinal);

        Assert.Equal(Umlauts, ReadAs(text, codePage));
    }

    [Fact]
    public void Undefined_bytes_of_windows_1252_do_not_stop_the_reader()
    {
        var bytes = Encoding.Latin1.GetBytes(OfxText.Checking(OfxText.Transaction("A", name: "X\u0081\u008d\u008f\u0090\u009dY\u00e9")));

        Assert.Equal("XYé", OfxFile.Read(new MemoryStream(bytes)).Statements[0].Transactions[0].Name);
    }

    [Theory]
    [InlineData("A &amp; B", "A & B")]
    [InlineData("A & B &c;", "A & B &c;")]
    [InlineData("A &#38; &#x26; B", "A & & B")]
    [InlineData("A&nbsp;B&nbsp;", "A\u00a0B")]
    [InlineData("&lt;b&gt; &amp;lt;", "<b> &lt;")]
    [InlineData("1 < 2 <3", "1 < 2 <3")]
    [InlineData("a <b c", "a <b c")]
    [InlineData("<![CDATA[<b> & &amp;]]>", "<b> & &amp;")]
    [InlineData("x <![CDATA[y]]> z", "x y z")]
    [InlineData("x<!-- <FITID>1 -->y", "xy")]
    [InlineData("x <?ml y", "x <?ml y")]
    [InlineData("  one\r\n  two ", "one   two")]
    [InlineData("CHECK   1042", "CHECK   1042")]
    public void Texts_mean_what_they_say(string written, string expected) =>
        Assert.Equal(expected, OfxText.Read(OfxText.Checking(OfxText.Transaction("A", name: written))).Statements[0].Transactions[0].Name);

    [Fact]
    public void Tags_are_read_in_any_case_and_with_a_name_space()
    {
        var text = OfxText.Checking(OfxText.Transaction("A", name: "x")).Replace("<OFX>", "<ofx xmlns=\"http://ofx.net/types/2003/04\">", StringComparison.Ordinal)
            .Replace("STMTTRN>", "StmtTrn>", StringComparison.Ordinal);

        Assert.Equal("x", OfxText.Read(text).Statements[0].Transactions[0].Name);
    }

    [Fact]
    public void Fields_with_and_without_end_tags_may_be_mixed()
    {
        var text = OfxText.Checking("<STMTTRN><MEMO>\n<NAME>one</NAME><TRNTYPE>DEBIT<DTPOSTED>20170706</DTPOSTED><TRNAMT>-1<FITID>A</STMTTRN><STMTTRN><MEMO>m</MEMO><NAME>two<DTPOSTED>20170706<TRNAMT>-2</TRNAMT><FITID>B</FITID></STMTTRN>");

        Assert.Equal(["one//debit", "two/m/"], OfxText.Read(text).Statements[0].Transactions.Select(t => $"{t.Name}/{t.Memo}/{t.Type}"));
    }

    [Fact]
    public void Aggregates_nobody_knows_are_passed_over()
    {
        const string inside = "<CURRENCY><CURRATE>1.5<CURSYM>EUR</CURRENCY><BANKACCTTO><BANKID>9<ACCTID>8<ACCTTYPE>SAVINGS</BANKACCTTO><INTU.X><NAME>no</INTU.X>";
        var statement = OfxText.Read(OfxText.Checking(OfxText.Transaction("A", name: "yes").Replace("</STMTTRN>", inside + "</STMTTRN>", StringComparison.Ordinal))).Statements[0];

        Assert.Equal(("000111222333", "yes"), (statement.BankAccountId, statement.Transactions[0].Name));
    }

    [Theory]
    [InlineData("", "The ofx file is empty!")]
    [InlineData("<html><body>Please log in</body></html>", "This is a web page (HTML), not an OFX file: there is no <OFX> in it.")]
    [InlineData("<!DOCTYPE OFX [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OFX></OFX>", "document type declaration is not allowed")]
    [InlineData("<OFX><!-- no end", "--> was expected")]
    [InlineData("<OFX><![CDATA[ no end", "]]> was expected")]
    [InlineData("<OFX><SONRS>", "</SONRS> was expected")]
    [InlineData("<OFX></OFX>", "<STMTRS>, <CCSTMTRS> or <INVSTMTRS> was expected")]
    [InlineData("<OFX><SONRS><DTSERVER>20170728</SONRS></OFX>", "<STMTRS>, <CCSTMTRS> or <INVSTMTRS> was expected")]
    [InlineData("<OFX><SONRS><DTSERVER>20170728</SONRS><STMTRS><BANKTRANLIST><STMTTRN><FITID>1</BANKTRANLIST><x></STMTTRN></STMTRS></OFX>", "</STMTTRN> was expected")]
    public void What_is_no_statement_is_refused(string text, string reason) => Assert.Contains(reason, Assert.Throws<OfxException>(() => OfxText.Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>", "Missing Transaction Amount (a required field) (FITID A, line 13)")]
    [InlineData("<TRNAMT>-10.00", "", "Missing Transaction Amount (a required field)")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>1e3", "Invalid Transaction Amount: '1e3' (FITID A, line 13)")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>100000000000000", "too large (FITID A, line 13): an amount up to 99,999,999,999,999.9999 was expected")]
    [InlineData("<DTPOSTED>20170706120000", "<DTPOSTED>201707061", "Invalid Transaction Date: '201707061' (FITID A, line 13)")]
    [InlineData("<DTPOSTED>20170706120000", "<DTPOSTED>00000000", "Missing Transaction Date")]
    public void A_wrong_transaction_refuses_the_file_with_its_id_and_line(string right, string wrong, string reason)
    {
        // The header has ten lines, the list begins on the eleventh.
        var text = OfxText.Checking(OfxText.Transaction("Z") + OfxText.Transaction("A")).Replace(OfxText.Transaction("A"), OfxText.Transaction("A").Replace(right, wrong, StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Contains(reason, Assert.Throws<OfxException>(() => OfxText.Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aggregates_may_not_lie_without_limit_in_each_other()
    {
        var nested = string.Concat(Enumerable.Repeat("<A>", 100_000));

        Assert.Contains("aggregates deep", Assert.Throws<OfxException>(() => OfxText.Read($"<OFX>{nested}</A></OFX>")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var file = new MemoryStream(new byte[OfxFile.MaxBytes + 1]);

        Assert.Contains("larger than 10 MiB", Assert.Throws<OfxException>(() => OfxFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_endless_text_the_beginning_is_kept()
    {
        var name = OfxText.Read(OfxText.Checking(OfxText.Transaction("A", name: new string('x', 5_000_000)))).Statements[0].Transactions[0].Name;

        Assert.Equal(new string('x', OfxTokenizer.LongestText), name);
    }

    [Theory]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("&")]
    [InlineData("&#x")]
    [InlineData("<!")]
    [InlineData("<?x ")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("<!---->")]
    [InlineData("<x>")]
    [InlineData("</x>")]
    [InlineData("\r\n")]
    public void Reading_takes_steps_in_proportion_to_the_length(string piece)
    {
        var text = OfxText.Checking(string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length)));
        var reader = new OfxReader(OfxText.Bytes(text));

        reader.Read();

        Assert.InRange(reader.Work, text.Length, 40L * text.Length);
    }

    private static string ReadAs(string text, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        byte[] bytes = [.. codePage == 1200 ? encoding.Preamble : [], .. encoding.GetBytes(text)];
        return OfxFile.Read(new MemoryStream(bytes)).Statements[0].Transactions[0].Name;
    }
}
