using System.Globalization;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>Every figure of <c>eng/testdata/fixtures/ofx/README.md</c>.</summary>
public sealed class OfxFixtureTests
{
    [Theory]
    [InlineData("CreditOne_2017-07-28_05-30-00.ofx", "CreditCard/CreditOneAcctId///4321/USD", "2017-07-28 05:30:00", "-1234.56 2017-07-28 05:29:32", null, 1)]
    [InlineData("01_checking_102_sgml.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "1520.37 2017-07-28 05:25:00", "1495.37 2017-07-28 05:25:00", 5)]
    [InlineData("02_savings_103_unclosed_win1252.qfx", "Bank/00010557/30004/SAVINGS/90002/EUR", "2017-07-28 05:30:00", "2310.07 2017-07-28 00:00:00", null, 3)]
    [InlineData("03_creditcard_211_xml.ofx", "CreditCard/4111000000001111///90003/USD", "2017-07-28 06:30:00", "-952.06 2017-07-28 05:00:00", "1047.94 2017-07-28 05:00:00", 3)]
    [InlineData("04_investment_203_xml.ofx", "Investment/8800112233///90004/USD", "2017-07-28 08:00:00", "10999.50 2017-07-26 20:00:00", null, 0)]
    [InlineData("05_no_transactions.ofx", "Bank/000111222444/011000990/MONEYMRKT/90001/USD", "2017-07-28 05:30:00", "0.00 2017-07-28 05:25:00", "0.00 2017-07-28 05:25:00", 0)]
    [InlineData("06_duplicate_fitids.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "900.00 2017-07-28 05:25:00", null, 5)]
    [InlineData("07_timezones.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "900.00 2017-07-28 01:00:00", null, 13)]
    [InlineData("09a_wrong_encoding_header.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "900.00 2017-07-28 05:25:00", null, 1)]
    [InlineData("09b_bom_xml.ofx", "Bank/000111222333/011000990/CHECKING//USD", "2017-07-28 05:30:00", "900.00 2017-07-28 05:25:00", null, 1)]
    [InlineData("10_long_memo.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "900.00 2017-07-28 05:25:00", null, 3)]
    [InlineData("11_multi_account.ofx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", "100.00 2017-07-28 05:25:00", null, 1)]
    [InlineData("13_no_ledger_balance.qfx", "Bank/000111222333/011000990/CHECKING/90001/USD", "2017-07-28 05:30:00", null, null, 1)]
    public void A_statement_reads_as_described(string name, string account, string asOf, string? ledger, string? available, int transactions)
    {
        var file = Read(name);
        var statement = file.Statements[0];

        Assert.Equal(account, $"{statement.Kind}/{statement.BankAccountId}/{statement.RoutingNumber}/{statement.BankAccountType}/{file.InstitutionId}/{statement.Currency}");
        Assert.Equal(asOf, Text(statement.AsOf!.Value));
        Assert.Equal(ledger, Balance(statement.LedgerBalance, statement.LedgerBalanceAsOf));
        Assert.Equal(available, Balance(statement.AvailableBalance, statement.AvailableBalanceAsOf));
        Assert.Equal(transactions, statement.Transactions.Count);
    }

    [Theory]
    [InlineData("CreditOne_2017-07-28_05-30-00.ofx", "FITID20170727144.0G53TY|credit|2017-07-27 16:00:00|123.00|INTERNET PAYMENT - THANK YOU|")]
    [InlineData("01_checking_102_sgml.ofx", "CHK-1042|check|2017-07-03 12:00:00|-125.00|CHECK 1042|")]
    [InlineData("01_checking_102_sgml.ofx", "2017070500001|pos|2017-07-05 12:00:00|-54.32|FRESH FOODS #12|GROCERY & DELI")]
    [InlineData("01_checking_102_sgml.ofx", "2017071400001|directdep|2017-07-14 12:00:00|2250.00|ACME PAYROLL|PPD ID 998877")]
    [InlineData("01_checking_102_sgml.ofx", "2017072000001|fee|2017-07-20 12:00:00|-12.00|MONTHLY SERVICE FEE|")]
    [InlineData("01_checking_102_sgml.ofx", "2017072800001|int|2017-07-28 00:00:00|0.31|INTEREST PAID|")]
    [InlineData("02_savings_103_unclosed_win1252.qfx", "A0001|debit|2017-07-02 00:00:00|-7.50|CAFÉ DE L’OPÉRA|1 café – 7,50 €")]
    [InlineData("02_savings_103_unclosed_win1252.qfx", "A0002|debit|2017-07-03 00:00:00|-1234.56|LOYER JUILLET|VIREMENT")]
    [InlineData("02_savings_103_unclosed_win1252.qfx", "A0003|credit|2017-07-25 00:00:00|1025.53|SALAIRE|")]
    [InlineData("03_creditcard_211_xml.ofx", "320171910111222333|debit|2017-07-10 17:00:00|-86.40|BÄCKEREI MÜLLER & SÖHNE|Brot <frisch> — 日本")]
    [InlineData("03_creditcard_211_xml.ofx", "320171960111222334|credit|2017-07-15 00:00:00|200.00|ONLINE PAYMENT - THANK YOU|payment & thanks")]
    [InlineData("03_creditcard_211_xml.ofx", "320172080111222335|int|2017-07-27 12:00:00|-16.25|INTEREST CHARGED TO STANDARD PUR|")]
    [InlineData("06_duplicate_fitids.ofx", "DUP-1|debit|2017-07-06 12:00:00|-10.00|COFFEE CART|")]
    [InlineData("06_duplicate_fitids.ofx", "DUP-2|debit|2017-07-07 12:00:00|-21.50|HARDWARE STORE|corrected version")]
    [InlineData("06_duplicate_fitids.ofx", "dup-1|debit|2017-07-08 12:00:00|-3.00|PARKING METER|")]
    [InlineData("09a_wrong_encoding_header.ofx", "ENC-1|debit|2017-07-06 12:00:00|-10.00|CAFÉ ZÜRICH|naïve “quotes”")]
    [InlineData("09b_bom_xml.ofx", "BOM-1|debit|2017-07-06 12:00:00|-10.00|SMORGASBORD ÖREBRO|")]
    [InlineData("11_multi_account.ofx", "MULTI-1|other|2017-07-06 12:00:00|-11.00|CHECKING ROW|")]
    [InlineData("13_no_ledger_balance.qfx", "NOBAL-1|debit|2017-07-06 12:00:00|-10.00|ROW WITHOUT BALANCE|")]
    public void A_transaction_reads_as_described(string name, string expected)
    {
        var found = Read(name).Statements[0].Transactions.Last(t => t.FitId == expected.Split('|')[0]);

        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{found.FitId}|{found.Type}|{Text(found.DatePosted)}|{found.Amount:0.00}|{found.Name}|{found.Memo}"));
    }

    [Fact]
    public void Check_numbers_and_industry_codes_are_read()
    {
        var checking = Read("01_checking_102_sgml.ofx").Statements[0].Transactions;

        Assert.Equal("1042", checking.Single(t => t.FitId == "CHK-1042").CheckNumber);
        Assert.Equal("5411", checking.Single(t => t.FitId == "2017070500001").Sic);
        Assert.Equal("5812", Read("03_creditcard_211_xml.ofx").Statements[0].Transactions[0].Sic);
    }

    [Theory]
    [InlineData("TZ-01", "2017-07-05 04:30:00")]
    [InlineData("TZ-02", "2017-07-05 03:30:00")]
    [InlineData("TZ-03", "2017-07-04 15:30:00")]
    [InlineData("TZ-04", "2017-07-03 20:30:00")]
    [InlineData("TZ-05", "2017-07-04 12:00:00")]
    [InlineData("TZ-06", "2017-07-04 12:00:00")]
    [InlineData("TZ-07", "2017-07-04 12:00:00")]
    [InlineData("TZ-08", "2017-07-04 00:00:00")]
    [InlineData("TZ-09", "2017-07-04 05:00:00")]
    [InlineData("TZ-10", "2017-07-05 04:30:00")]
    [InlineData("TZ-11", "2017-07-04 15:30:00")]
    [InlineData("TZ-12", "2017-07-04 03:00:00")]
    [InlineData("TZ-13", "2017-07-04 17:00:00")]
    public void Times_with_and_without_zones_become_utc(string fitId, string utc)
    {
        var transactions = Read("07_timezones.ofx").Statements[0].Transactions;
        var found = transactions.Single(t => t.FitId == fitId);

        Assert.Equal(utc, Text(found.DatePosted));
        Assert.Equal(DateTimeKind.Utc, found.DatePosted.Kind);
        Assert.Equal(-1m - transactions.ToList().IndexOf(found), found.Amount);
    }

    [Theory]
    [InlineData("08a_truncated.ofx", "within <STMTTRN>", "</STMTTRN> was expected")]
    [InlineData("08b_not_ofx_html.ofx", "This is a web page (HTML)", "<OFX>")]
    [InlineData("08c_bad_amount.ofx", "Invalid Transaction Amount: 'ABC'", "FITID BAD-2")]
    [InlineData("12a_statement_error_status.ofx", "OFX Error: Account not found", "2003")]
    [InlineData("12b_signon_failure.ofx", "Signon invalid", "15500")]
    public void A_file_that_must_not_be_imported_says_why(string name, string first, string second)
    {
        var refusal = Assert.Throws<OfxException>(() => Read(name));

        Assert.Contains(first, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(second, refusal.Message, StringComparison.Ordinal);
        Assert.InRange(refusal.Line, 1, File.ReadLines(TestData.Fixture("ofx/" + name)).Count() + 1);
    }

    [Fact]
    public void All_accounts_of_a_file_are_read()
    {
        var statements = Read("11_multi_account.ofx").Statements;

        Assert.Equal(["MULTI-1 -11", "MULTI-2 22", "MULTI-3 -33"], statements.SelectMany(s => s.Transactions).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.FitId} {t.Amount:0}")));
        Assert.Equal([100m, 200m, -33m], statements.Select(s => s.LedgerBalance));
        Assert.EndsWith("444", statements[1].BankAccountId, StringComparison.Ordinal);
        Assert.EndsWith("1111", statements[2].BankAccountId, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_are_read_in_full()
    {
        var transactions = Read("10_long_memo.ofx").Statements[0].Transactions;

        Assert.Equal(601, transactions[0].Memo.Length);
        Assert.StartsWith("word01 ", transactions[0].Memo, StringComparison.Ordinal);
        Assert.EndsWith(" word86", transactions[0].Memo, StringComparison.Ordinal);
        Assert.Equal(new string('N', 300), transactions[1].Name);
        Assert.Equal(new string('F', 255), transactions[2].FitId);
    }

    [Fact]
    public void The_broker_of_an_investment_is_read() => Assert.Equal("brokerage.example.com", Read("04_investment_203_xml.ofx").Statements[0].BrokerId);

    private static OfxFile Read(string name)
    {
        using var file = File.OpenRead(TestData.Fixture("ofx/" + name));
        return OfxFile.Read(file);
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string? Balance(decimal? amount, DateTime? asOf) => amount is null ? null : string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {asOf:yyyy-MM-dd HH:mm:ss}");
}
