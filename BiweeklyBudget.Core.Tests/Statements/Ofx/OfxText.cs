using System.Text;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>Writes small OFX files for tests.</summary>
internal static class OfxText
{
    public const string Header = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n";

    public const string SignOn = "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20170728053000<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>";

    /// <summary>A checking statement as SGML, with the given inside of its list of transactions.</summary>
    public static string Checking(string transactions, string account = "000111222333", string balance = "100.00", string asOf = "20170728053000") =>
        Header + "<OFX>" + SignOn.Replace("20170728053000", asOf, StringComparison.Ordinal)
        + $"<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>011000990<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>"
        + $"<BANKTRANLIST><DTSTART>20170701<DTEND>20170728\n{transactions}</BANKTRANLIST><LEDGERBAL><BALAMT>{balance}<DTASOF>{asOf}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";

    /// <summary>A debit.</summary>
    public static string Transaction(string fitId, string amount = "-10.00", string name = "SHOP", string memo = "", string date = "20170706120000", string type = "DEBIT") =>
        $"<STMTTRN><TRNTYPE>{type}<DTPOSTED>{date}<TRNAMT>{amount}<FITID>{fitId}<NAME>{name}<MEMO>{memo}</STMTTRN>\n";

    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    public static OfxFile Read(string text) => OfxFile.Read(Bytes(text));
}
