using System.Globalization;

namespace BiweeklyBudget.TestSupport;

/// <summary>The texts of small OFX files.</summary>
public static class StatementText
{
    /// <summary>A checking statement of the account with this number, with transactions as <c>FITID amount name</c>.</summary>
    public static string Checking(string number, params IEnumerable<string> transactions) =>
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:UTF-8\r\n\r\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20170728053000<FI><FID>77</FI></SONRS></SIGNONMSGSRSV1>"
        + $"<BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>11<ACCTID>{number}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\r\n"
        + string.Concat(transactions.Select(Transaction))
        + "</BANKTRANLIST><LEDGERBAL><BALAMT>321.09<DTASOF>20170728</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r\n";

    /// <summary>A checking statement with many transactions, numbered from 0.</summary>
    public static string Many(string number, int count) =>
        Checking(number, Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"M{i:00000} -{i % 90}.25 Shop {i}")));

    private static string Transaction(string line)
    {
        var parts = line.Split(' ', 3);
        return $"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20170727120000<TRNAMT>{parts[1]}<FITID>{parts[0]}<NAME>{parts[2]}</STMTTRN>\r\n";
    }
}
