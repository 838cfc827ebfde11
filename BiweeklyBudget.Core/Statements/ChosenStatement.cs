using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Which statement of a file belongs to an account (spec/bank-data.md §1.2), and what is odd about it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Warnings">What the user should know.</param>
internal sealed record ChosenStatement(OfxStatement Statement, IReadOnlyList<string> Warnings)
{
    /// <summary>Chooses by the account number of the account's newest statement; without a match the first one is taken.</summary>
    /// <param name="file">The file.</param>
    /// <param name="account">The account.</param>
    /// <param name="newest">The account's newest statement, if any.</param>
    /// <param name="wanted">What the user chose, from 0; null to let the account number decide.</param>
    /// <returns>Null when the file has no such statement.</returns>
    public static ChosenStatement? Of(OfxFile file, Account account, Statement? newest, int? wanted)
    {
        if (wanted is not null && (wanted < 0 || wanted >= file.Statements.Count))
        {
            return null;
        }

        var chosen = wanted is not null ? file.Statements[wanted.Value] : file.Statements.FirstOrDefault(s => IsOf(s, newest?.BankAccountId)) ?? file.Statements[0];
        return new ChosenStatement(chosen, [.. file.Warnings, .. Oddities(file, chosen, account, newest, isChosen: wanted is not null)]);
    }

    /// <summary>An account number with all but its last four characters hidden, for texts.</summary>
    public static string Masked(OfxStatement statement)
    {
        var number = statement.BankAccountId;
        return number.Length == 0 ? "without a number" : "ending in " + number[^Math.Min(4, number.Length)..];
    }

    /// <summary>Whether a statement is of the account with this number, as it was stored.</summary>
    public static bool IsOf(OfxStatement statement, string? storedNumber) =>
        !string.IsNullOrEmpty(storedNumber) && StatementRow.StoredNumber(statement.BankAccountId) == storedNumber;

    private static IEnumerable<string> Oddities(OfxFile file, OfxStatement chosen, Account account, Statement? newest, bool isChosen)
    {
        if (file.Statements.Count > 1 && !isChosen)
        {
            var others = file.Statements.Where(s => s != chosen).Select(s => $"{s.Kind} {Masked(s)}");
            yield return $"The file holds {file.Statements.Count} accounts; {chosen.Kind} {Masked(chosen)} is taken. Left out: {string.Join(", ", others)}.";
        }

        if (newest is not null && !string.IsNullOrEmpty(newest.BankAccountId) && !IsOf(chosen, newest.BankAccountId))
        {
            yield return $"The account number, {Masked(chosen)}, is not the one of earlier statements of this account.";
        }

        if (newest?.Currency is { Length: > 0 } currency && chosen.Currency is not null && currency != chosen.Currency)
        {
            yield return $"The currency is {chosen.Currency}; earlier statements of this account are in {currency}.";
        }

        var isOfKind = chosen.Kind switch
        {
            OfxStatementKind.CreditCard => account.Type == AccountType.Credit,
            OfxStatementKind.Investment => account.Type == AccountType.Investment,
            _ => account.Type is not (AccountType.Credit or AccountType.Investment),
        };
        if (!isOfKind)
        {
            yield return $"This is a statement of type {chosen.Kind}, and the account is of type {account.Type}.";
        }

        if (newest?.AsOf > file.AsOf)
        {
            yield return "The statement is older than the newest one of this account.";
        }
    }
}
