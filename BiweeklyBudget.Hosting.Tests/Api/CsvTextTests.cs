using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Tests.Api;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" blanks ", "\" blanks \"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;=1+1", "\"a;'=1+1\"")]
    [InlineData("a; -1", "\"a;' -1\"")]
    [InlineData("a\t@SUM(A1)", "\"a\t'@SUM(A1)\"")]
    [InlineData("a;\"=1\"", "\"a;'\"\"=1\"\"\"")]
    [InlineData("a\r\n+1", "\"a\r\n'+1\"")]
    [InlineData(";＝1;b;c", "\";'＝1;b;c\"")]
    [InlineData("a;b c;d", "\"a;b c;d\"")]
    [InlineData("a\tb", "\"a\tb\"")]
    [InlineData("\0=1", "\"'\0=1\"")]
    public void Texts_are_quoted_where_needed_and_never_formulas(string text, string cell) => Assert.Equal(cell + "\r\n", new CsvText().Row(text).ToString());

    [Fact]
    public void Numbers_dates_and_flags_stay_what_they_are() =>
        Assert.Equal("-1234.50,0.0001,2017-07-28,2017-07-28 06:24:44,7,yes,no,\r\n", new CsvText().Row(-1234.5m, 0.0001m, new DateOnly(2017, 7, 28), new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc), 7, true, false, null).ToString());

    [Fact]
    public void Each_row_ends_with_crlf() => Assert.Equal("a,b\r\nc,d\r\n", new CsvText().Row("a", "b").Row("c", "d").ToString());
}
