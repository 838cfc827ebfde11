using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The row that a file's statement becomes (spec/bank-data.md §1.3, §2.1).</summary>
internal static class StatementRow
{
    private const int NumberLength = 30;

    /// <summary>The row; its texts cut to their columns.</summary>
    public static Statement Of(OfxFile file, OfxStatement statement, StatementUpload upload, DateTime nowUtc) => new()
    {
        AccountId = upload.AccountId,
        FileName = upload.FileName,
        FileTime = upload.FileTime ?? nowUtc,
        Currency = Cut(statement.Currency, 10),
        BankId = Cut(file.InstitutionId, 20),
        RoutingNumber = Cut(statement.RoutingNumber, 20),
        BankAccountType = Cut(statement.BankAccountType, 32),
        BrokerId = Cut(statement.BrokerId, 30),
        BankAccountId = StoredNumber(statement.BankAccountId),
        Type = statement.Kind.ToString(),
        AsOf = statement.AsOf ?? upload.FileTime ?? nowUtc,
        LedgerBalance = statement.LedgerBalance,
        LedgerBalanceAsOf = statement.LedgerBalanceAsOf,
        AvailableBalance = statement.AvailableBalance,
        AvailableBalanceAsOf = statement.AvailableBalanceAsOf,
    };

    /// <summary>The balance that comes with it. Where the bank does not say of which day it is, it is of the last day of the statement.</summary>
    public static AccountBalance BalanceOf(OfxStatement statement, Statement row) => new()
    {
        AccountId = row.AccountId,
        OverallDate = row.AsOf,
        Ledger = row.LedgerBalance,
        LedgerDate = statement.OwnDay ?? row.AsOf,
        Available = row.AvailableBalance,
        AvailableDate = row.AvailableBalanceAsOf,
    };

    /// <summary>An account number as it is stored.</summary>
    public static string StoredNumber(string number) => TextLength.Shorten(number, NumberLength);

    private static string? Cut(string? text, int characters) => text is null ? null : TextLength.Shorten(text, characters);
}
