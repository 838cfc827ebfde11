namespace BiweeklyBudget.Hosting.Tests.Features.Statements;

/// <summary>A case of <c>eng/testdata/fixtures/field</c> with what its README says is right.</summary>
/// <param name="Name">The file without its ending, or the files without their numbers.</param>
/// <param name="Files">How many files it has, to be imported one after the other.</param>
/// <param name="Rows">Day, amount and name of every row, as the list of bank transactions shows them.</param>
/// <param name="Balance">The balance that the account shows afterwards.</param>
internal sealed record FieldCase(string Name, int Files, string[] Rows, string Balance)
{
    public static readonly IReadOnlyList<FieldCase> All =
    [
        new("01-fitid-fee-same-id", 1, ["2026-11-05 -86.40 HOTEL LISBOA", "2026-11-05 -2.59 FOREIGN TRANSACTION FEE", "2026-11-06 -5.00 KIOSK"], "-250.00"),
        new("03-fitid-restarts-each-month", 2, ["2026-10-05 -40.00 GAS COMPANY", "2026-10-06 -15.00 PHARMACY", "2026-11-05 -99.99 SHOE SHOP", "2026-11-06 -7.00 BAKERY"], "250.00"),
        new("07-two-months-one-file", 1, ["2026-10-05 -40.00 OCTOBER", "2026-11-05 -9.00 NOVEMBER"], "250.00"),
        new("09-combined-download", 1, ["2026-10-05 -40.00 OCTOBER", "2026-11-05 -9.00 NOVEMBER"], "250.00"),
        new("10-two-documents", 1, ["2026-10-05 -40.00 OCTOBER", "2026-11-05 -9.00 NOVEMBER"], "250.00"),
        Store("11-no-sign-on", "250.00"),
        Store("12-server-time-zeros", "250.00"),
        Store("14-server-time-absent", "250.00"),
        Store("15-time-zone-without-hours", "250.00"),
        Store("17-time-sixteen-digits", "250.00"),
        Store("18-time-gmt-word", "250.00"),
        Store("19-time-utc-letter", "250.00"),
        new("20-bank-day-east", 1, ["2026-11-05 -10.00 MIDNIGHT SYDNEY", "2026-11-05 -11.00 MIDNIGHT PARIS"], "250.00"),
        Store("22-ledger-amount-empty", "0"),
        Store("24-ledger-with-currency-sign", "0"),
        Store("25-ledger-none-word", "0"),
        new("26-older-statement-later", 2, ["2026-10-05 -2.00 OCTOBER", "2026-11-05 -1.00 NOVEMBER"], "250.00"),
        new("28-row-without-id", 1, ["2026-11-05 -10.00 BOOKS", "2026-11-06 -20.00 CINEMA", "2026-11-06 -20.00 CINEMA"], "250.00"),
        new("30-amount-of-a-lone-point", 1, ["2026-11-05 -10.00 BOOKS", "2026-11-11 0.00 BALANCE OF THE DAY"], "250.00"),
        new("31-amount-of-a-lone-dash", 1, ["2026-11-05 -10.00 BOOKS", "2026-11-05 0.00 INFORMATION"], "250.00"),
        new("32-million-amount", 1, ["2026-11-05 -1250000.00 CAR", "2026-11-05 -800.00 TEA"], "500000.00"),
        new("34-list-end-missing", 1, ["2026-11-05 -10.00 BOOKS", "2026-11-06 -3.25 BAKERY"], "-250.00"),
        new("36-memo-with-line-break-tag", 1, ["2026-11-05 -10.00 SHOP", "2026-11-05 -3.00 NEXT"], "250.00"),
        new("38-memo-only", 1, ["2026-11-05 -10.00", "2026-11-05 -4.00"], "250.00"),
        new("40-correction-later", 2, ["2026-11-05 -45.00 HOTEL"], "250.00"),
        new("42-amount-in-other-currency", 1, ["2026-11-05 -110.00 HOTEL", "2026-11-05 -110.00 MUSEUM"], "250.00"),
        new("44-brokerage-used-as-bank", 1, ["2026-11-05 -60.00 BILL PAYMENT", "2026-11-05 900.00 PAYROLL"], "0"),
        new("45-same-name-next-month", 2, ["2026-10-05 -40.00 OCTOBER", "2026-11-05 -9.00 NOVEMBER"], "250.00"),
        Store("75-xml-says-latin1-is-utf8", "250.00", "CAFÉ ZÜRICH"),
    ];

    /// <summary>Whether it goes into an account of a card.</summary>
    public bool IsCard => Name.StartsWith("01", StringComparison.Ordinal) || Name.StartsWith("34", StringComparison.Ordinal);

    /// <summary>The names of its files.</summary>
    public IEnumerable<string> FileNames => Files == 1 ? [$"{Name}.ofx"] : Enumerable.Range(1, Files).Select(number => FormattableString.Invariant($"{Name}.{number}.ofx"));

    public override string ToString() => Name;

    private static FieldCase Store(string name, string balance, string store = "CORNER STORE") => new(name, 1, ["2026-11-05 -12.50 " + store], balance);
}
