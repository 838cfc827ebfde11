using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>What no money depends on is read as far as it goes, and said (spec/bank-data.md §1); what money depends on stays strict.</summary>
public sealed class OfxToleranceTests
{
    private const string Balance = "<BALAMT>100.00<DTASOF>20170728053000";

    [Theory]
    [InlineData("<BALAMT><DTASOF>20170728", null, "2017-07-28", 0)]
    [InlineData("<BALAMT>None<DTASOF>20170728", null, "2017-07-28", 1)]
    [InlineData("<BALAMT>N/A<DTASOF>00000000", null, null, 1)]
    [InlineData("<BALAMT>R$ 4.108,27<DTASOF>20/11/2026", null, null, 2)]
    [InlineData("<BALAMT>100000000000000<DTASOF>", null, null, 1)]
    [InlineData("<BALAMT>5.00", "5.00", null, 0)]
    [InlineData("<DTASOF>20170728", null, "2017-07-28", 0)]
    public void A_balance_that_cannot_be_read_is_left_out_with_a_warning(string written, string? balance, string? day, int warnings)
    {
        var statement = Read(OfxText.Checking(OfxText.Transaction("A")).Replace(Balance, written, StringComparison.Ordinal));

        Assert.Equal((balance, day, warnings), (statement.LedgerBalance?.ToString(CultureInfo.InvariantCulture), statement.LedgerBalanceAsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), statement.Warnings.Count));
        Assert.Single(statement.Transactions);
    }

    [Theory]
    [InlineData("", "2017-07-28T05:30:00", 0)]
    [InlineData("<DTSERVER>", "2017-07-28T05:30:00", 0)]
    [InlineData("<DTSERVER>00000000", "2017-07-28T05:30:00", 0)]
    [InlineData("<DTSERVER>yesterday", "2017-07-28T05:30:00", 1)]
    [InlineData("<DTSERVER>20170729", "2017-07-29T00:00:00", 0)]
    public void The_time_of_a_statement_is_that_of_its_balance_when_the_file_says_none(string server, string time, int warnings)
    {
        var file = OfxText.Read(OfxText.Checking("").Replace("<DTSERVER>20170728053000", server, StringComparison.Ordinal));

        Assert.Equal((DateTime.Parse(time, CultureInfo.InvariantCulture), warnings), (file.Statements[0].AsOf, file.Warnings.Count));
    }

    [Fact]
    public void Without_a_balance_the_last_day_of_the_statement_counts()
    {
        var text = OfxText.Checking("").Replace("<DTSERVER>20170728053000", "", StringComparison.Ordinal).Replace($"<LEDGERBAL>{Balance}</LEDGERBAL>", "", StringComparison.Ordinal).Replace("<DTEND>20170728", "<DTEND>20170731", StringComparison.Ordinal);

        Assert.Equal(new DateTime(2017, 7, 31), Read(text).AsOf);
        Assert.Null(Read(text.Replace("<DTEND>20170731", "", StringComparison.Ordinal)).AsOf);
    }

    [Theory]
    [InlineData("<MEMO>ONE<BR/>TWO</MEMO>", "ONE TWO")]
    [InlineData("<MEMO>ONE<br>TWO<BR>THREE\n", "ONE TWO THREE")]
    [InlineData("<MEMO><BR>ONE", "ONE")]
    [InlineData("<MEMO>A <b>bold</b> WORD</MEMO>", "A bold WORD")]
    [InlineData("<MEMO>PAID <THANKS> BOB", "PAID <THANKS> BOB")]
    [InlineData("<MEMO>PAID <Thanks></MEMO>", "PAID <Thanks>")]
    [InlineData("<MEMO>ONE\n<PENDING>YES\n", "ONE")]
    [InlineData("<MEMO>ONE<BANK.OWN>YES", "ONE")]
    [InlineData("<MEMO>ONE<OWN><NAME>NO</NAME></OWN>", "ONE")]
    [InlineData("<MEMO>ONE<CHECKNUM>7", "ONE")]
    public void A_tag_within_a_text_belongs_to_it_unless_it_is_an_element(string written, string memo) =>
        Assert.Equal(memo, Read(OfxText.Checking(OfxText.Transaction("A").Replace("<MEMO>", written, StringComparison.Ordinal))).Transactions[0].Memo);

    [Fact]
    public void A_tag_within_a_name_belongs_to_it_too() =>
        Assert.Equal("SHOP 4", Read(OfxText.Checking(OfxText.Transaction("A", name: "SHOP<br/>4"))).Transactions[0].Name);

    [Theory]
    [InlineData("</BANKTRANLIST>", "")]
    [InlineData("</BANKTRANLIST>", "</BANKTRANSLIST>")]
    [InlineData("</LEDGERBAL>", "")]
    [InlineData("</STMTRS>", "")]
    [InlineData("</STMTRS>", "</CCSTMTRS>")]
    [InlineData("</STMTTRNRS>", "")]
    [InlineData("</SONRS>", "")]
    [InlineData("</BANKMSGSRSV1>", "")]
    public void An_end_tag_that_is_missing_where_nothing_can_be_mistaken_is_no_matter(string end, string written)
    {
        var statement = Read(OfxText.Checking(OfxText.Transaction("A") + OfxText.Transaction("B")).Replace(end, written, StringComparison.Ordinal));

        Assert.Equal((2, 100m), (statement.Transactions.Count, statement.LedgerBalance));
    }

    [Theory]
    [InlineData("</OFX>", "")]
    [InlineData("</STMTTRN>\n<STMTTRN>", "\n<STMTTRN>")]
    [InlineData("</STMTTRN>\n</BANKTRANLIST>", "</BANKTRANLIST>")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>(12.00)")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>12.00-")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>1,2,3")]
    [InlineData("<TRNAMT>-10.00", "<TRNAMT>N/A")]
    [InlineData("<DTPOSTED>20170706120000", "<DTPOSTED>20170706120000 EST")]
    [InlineData("<FITID>A", "<FITID>A<CORRECTFITID>Z<CORRECTACTION>GUESS")]
    public void What_money_depends_on_stays_strict(string right, string wrong) =>
        Assert.Throws<OfxException>(() => Read(OfxText.Checking(OfxText.Transaction("A") + OfxText.Transaction("B")).Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void An_amount_without_a_digit_counts_as_nothing_with_a_warning()
    {
        var statement = Read(OfxText.Checking(OfxText.Transaction("A", ".") + OfxText.Transaction("B", "-")));

        Assert.Equal([0m, 0m], statement.Transactions.Select(t => t.Amount));
        Assert.Equal(2, statement.Warnings.Count);
    }

    [Theory]
    [InlineData("<CURRENCY><CURRATE>1.10<CURSYM>EUR</CURRENCY>", "-11.00", 1)]
    [InlineData("<CURRENCY><CURRATE>0,333<CURSYM>JPY</CURRENCY>", "-3.33", 1)]
    [InlineData("<CURRENCY><CURRATE>1.00<CURSYM>USD</CURRENCY>", "-10.00", 0)]
    [InlineData("<CURRENCY><CURRATE>1.10<CURSYM>usd</CURRENCY>", "-10.00", 0)]
    [InlineData("<ORIGCURRENCY><CURRATE>1.10<CURSYM>EUR</ORIGCURRENCY>", "-10.00", 0)]
    [InlineData("<ORIGCURRENCY><CURRATE>1.10<CURSYM>EUR</ORIGCURRENCY><CURRENCY><CURRATE>2<CURSYM>GBP</CURRENCY>", "-20.00", 1)]
    public void An_amount_in_another_currency_is_converted_by_the_files_rate(string written, string amount, int warnings)
    {
        var statement = Read(OfxText.Checking(OfxText.Transaction("A").Replace("<MEMO>", written, StringComparison.Ordinal)));

        Assert.Equal((decimal.Parse(amount, CultureInfo.InvariantCulture), warnings), (statement.Transactions[0].Amount, statement.Warnings.Count));
    }

    [Theory]
    [InlineData("<CURRENCY><CURSYM>EUR</CURRENCY>", "Missing rate of exchange")]
    [InlineData("<CURRENCY><CURRATE>0<CURSYM>EUR</CURRENCY>", "Invalid rate of exchange: '0' (FITID A, line 12)")]
    [InlineData("<CURRENCY><CURRATE>-1<CURSYM>EUR</CURRENCY>", "Invalid rate of exchange")]
    [InlineData("<CURRENCY><CURRATE>99999999999999999999<CURSYM>EUR</CURRENCY>", "too large")]
    [InlineData("<CURRENCY><CURRATE>1.1<CURSYM>EUR", "</CURRENCY> was expected")]
    public void A_rate_that_would_be_a_guess_refuses_the_file(string written, string reason) =>
        Assert.Contains(reason, Assert.Throws<OfxException>(() => Read(OfxText.Checking(OfxText.Transaction("A").Replace("<MEMO>", written, StringComparison.Ordinal)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ENCODING:USASCII\nCHARSET:ISO-8859-2", "iso-8859-2")]
    [InlineData("ENCODING:USASCII\nCHARSET:8859-2", "iso-8859-2")]
    [InlineData("ENCODING:USASCII\nCHARSET:windows-1250", "windows-1250")]
    [InlineData("ENCODING:USASCII\nCHARSET:CP1250", "windows-1250")]
    public void A_code_page_may_be_named(string header, string encoding)
    {
        var text = OfxText.Checking(OfxText.Transaction("A", name: "ŽLUŤOUČKÝ")).Replace("ENCODING:USASCII\nCHARSET:1252", header, StringComparison.Ordinal);

        Assert.Equal("ŽLUŤOUČKÝ", OfxFile.Read(new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text))).Statements[0].Transactions[0].Name);
    }

    [Theory]
    [InlineData("5.00", 15, 0)]
    [InlineData("N/A", null, 1)]
    [InlineData("", 10, 1)]
    public void A_position_that_cannot_be_read_leaves_out_the_value_with_a_warning(string value, int? sum, int warnings)
    {
        var statement = Read(OfxText.Header + "<OFX>" + OfxText.SignOn + "<INVSTMTRS><CURDEF>USD<INVACCTFROM><ACCTID>Z5</INVACCTFROM><INVPOSLIST>"
            + $"<POSSTOCK><INVPOS><MKTVAL>10.00<DTPRICEASOF>20170726</INVPOS></POSSTOCK><POSSTOCK><INVPOS><MKTVAL>{value}<DTPRICEASOF>20170726</INVPOS></POSSTOCK></INVPOSLIST></INVSTMTRS></OFX>");

        Assert.Equal(((decimal?)sum, warnings), (statement.LedgerBalance, statement.Warnings.Count));
    }

    [Fact]
    public void A_byte_order_mark_that_the_bytes_contradict_is_not_believed()
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(OfxText.Checking(OfxText.Transaction("A", name: "CAFÉ")));

        Assert.Equal("CAFÉ", OfxFile.Read(new MemoryStream([.. Encoding.UTF8.Preamble, .. text])).Statements[0].Transactions[0].Name);
    }

    [Fact]
    public void Fifty_statements_are_read_in_the_order_of_their_own_days_and_one_more_is_refused()
    {
        var one = OfxText.Checking("");
        var (start, end) = (one.IndexOf("<STMTTRNRS>", StringComparison.Ordinal), one.IndexOf("</BANKMSGSRSV1>", StringComparison.Ordinal));
        string Many(int count) => one[..start] + string.Concat(Enumerable.Range(0, count).Reverse().Select(n => one[start..end].Replace("<DTASOF>20170728053000", FormattableString.Invariant($"<DTASOF>{new DateOnly(2015, 1, 1).AddMonths(n):yyyyMMdd}"), StringComparison.Ordinal))) + one[end..];

        Assert.Equal(Enumerable.Range(0, 50).Select(n => new DateTime(2015, 1, 1).AddMonths(n)), OfxText.Read(Many(50)).Statements.Select(s => s.LedgerBalanceAsOf!.Value));
        Assert.Contains("more than 50 statements", Assert.Throws<OfxException>(() => OfxText.Read(Many(51))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_hundred_corrections_are_read_and_one_more_is_refused()
    {
        string Many(int count) => OfxText.Checking(string.Concat(Enumerable.Range(0, count).Select(n => OfxText.Transaction($"A{n}").Replace("<NAME>", $"<CORRECTFITID>B{n}<NAME>", StringComparison.Ordinal))));

        Assert.Equal(500, Read(Many(500)).Transactions.Count);
        Assert.Contains("more than 500 transactions that correct others", Assert.Throws<OfxException>(() => Read(Many(501))).Message, StringComparison.Ordinal);
    }

    private static OfxStatement Read(string text) => OfxText.Read(text).Statements[0];
}
