using System.IO.Compression;
using System.Text;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>Files that are no OFX are named by their content.</summary>
public sealed class ForeignFileTests
{
    [Theory]
    [InlineData("Date,Description,Amount\r\n2026-11-05,\"Smith, Sons\",-12.50\r\n2026-11-06,Bakery,-3.25\r\n", "a CSV file")]
    [InlineData("Buchungstag;Betrag;Zweck\n05.11.2026;-12,50;Miete\n06.11.2026;-3,25;Brot\n", "a CSV file")]
    [InlineData("Account 12 of Mr X\n\nDate,Description,Amount\n2026-11-05,Shop,-12.50\n2026-11-06,Bakery,-3.25\n", "a CSV file")]
    [InlineData("Date,Description,Amount", "a CSV file")]
    [InlineData("\u00ef\u00bb\u00bfDate|Amount\n2026-11-05|1\n", "a CSV file")]
    [InlineData("Date\tAmount\tText\n2026-11-05\t-12.50\tShop\n", "a table of values separated by tabs (TSV)")]
    [InlineData("!Type:Bank\nD11/05'26\nT-12.50\nPShop\n^\n", "a QIF file")]
    [InlineData("\r\n!Account\nNChecking\n^\n", "a QIF file")]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj", "a PDF document")]
    [InlineData("<!DOCTYPE html><html><body><form><input type=\"password\"></form>", "a web page (HTML) that asks for a password")]
    [InlineData("\n<html><head><title>Error</title>", "a web page (HTML)")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", "a web page (HTML)")]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">", "a CAMT statement (ISO 20022)")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "another kind of XML file")]
    [InlineData(":20:STARTUMS\r\n:25:10000000/1\r\n:61:2611051105D12,50N", "an MT940 statement")]
    [InlineData("{\"error\": \"session expired\"}", "a JSON file")]
    [InlineData("[{\"date\": \"2026-11-05\"}]", "a JSON file")]
    [InlineData("PK\u0003\u0004\u0014\u0000checking.ofx", "a ZIP archive")]
    [InlineData("PK\u0003\u0004\u0014\u0000[Content_Types].xml PK xl/workbook.xml", "an Excel workbook (XLSX)")]
    [InlineData("PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "a spreadsheet (ODS)")]
    [InlineData("\u001f\u008b\u0008\u0000", "a compressed file (GZIP)")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1rest", "an Excel workbook or another document of old Microsoft Office")]
    [InlineData("\u0089PNG\r\n\u001a\n", "a picture (PNG)")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF", "a picture (JPEG)")]
    [InlineData("{\\rtf1\\ansi Hello}", "a text document (RTF)")]
    public void A_file_is_named_for_what_it_is(string content, string name)
    {
        var exception = Assert.Throws<OfxException>(() => Read(Encoding.Latin1.GetBytes(content)));
        Assert.StartsWith($"This is {name}, not an OFX file: there is no <OFX> in it. ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_encoding_is_read_too()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.StartsWith("This is a CSV file", Assert.Throws<OfxException>(() => Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Date,Amount\r\n2026-11-05,1\r\n")])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_real_archive_is_named_and_not_unpacked()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("month.ofx").Open())
        {
            entry.Write(Encoding.ASCII.GetBytes(OfxText.Checking(OfxText.Transaction("A"))));
        }

        Assert.Equal("This is a ZIP archive, not an OFX file: there is no <OFX> in it. Unpack it, and choose the file in it.", Assert.Throws<OfxException>(() => Read(bytes.ToArray())).Message);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("Dear customer, the service is closed.\nPlease come back, or call us.\nThank you.\nYour bank")]
    [InlineData("[closed today]")]
    [InlineData("\u0001\u0002,\u0003\n,\u0004")]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void What_nobody_knows_is_said_as_before(string content) =>
        Assert.StartsWith("The ofx file is empty!", Assert.Throws<OfxException>(() => Read(Encoding.Latin1.GetBytes(content))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("OFXHEADER:100\nDATA:OFXSGML\n\n<html>")]
    [InlineData("<OFX><SIGNONMSGSRSV1>")]
    [InlineData("Date,Amount\n2026-11-05,1\n<OFX>")]
    public void A_damaged_ofx_file_is_not_called_something_else(string content) =>
        Assert.DoesNotContain("This is ", Assert.Throws<OfxException>(() => Read(Encoding.Latin1.GetBytes(content))).Message, StringComparison.Ordinal);

    private static OfxFile Read(byte[] bytes) => OfxFile.Read(new MemoryStream(bytes));
}
