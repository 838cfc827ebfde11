using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Which statements of a file belong to an account (spec/bank-data.md §1.2), and what is odd about them.</summary>
/// <param name="Statements">The statements, the oldest first; at least one.</param>
/// <param name="Warnings">What the user should know.</param>
internal sealed record ChosenStatements(IReadOnlyList<OfxStatement> Statements, IReadOnlyList<string> Warnings)
{
    /// <summary>Chooses all that have the account number of the account's newest statement; without a match those of the first account in the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="account">The account.</param>
    /// <param name="newest">The account's newest statement, if any.</param>
    /// <param name="wanted">The only one that the user chose, from 0; null to let the account number decide.</param>
    /// <returns>Null when the file has no such statement.</returns>
    public static ChosenStatements? Of(OfxFile file, Account account, Statement? newest, int? wanted)
    {
        if (wanted is not null && (wanted < 0 || wanted >= file.Statements.Count))
        {
            return null;
        }

        IReadOnlyList<OfxStatement> chosen = wanted is not null ? [file.Statements[wanted.Value]] : OfAccount(file, newest?.BankAccountId);
        return new ChosenStatements(chosen, [.. file.Warnings, .. LeftOut(file, chosen, wanted), .. chosen.SelectMany(statement => Oddities(statement, account, newest)).Distinct()]);
    }

    /// <summary>An account number with all but its last four characters hidden, for texts.</summary>
    public static string Masked(OfxStatement statement)
    {
        var number = statement.BankAccountId;
        return number.Length == 0 ? "without a number" : "ending in " + number[^Math.Min(4, number.Length)..];
    }

    private static IReadOnlyList<OfxStatement> OfAccount(OfxFile file, string? storedNumber)
    {
        var first = file.Statements.FirstOrDefault(s => IsOf(s, storedNumber)) ?? file.Statements[0];
        return [.. file.Statements.Where(s => s.Kind == first.Kind && s.BankAccountId == first.BankAccountId && (first.BankAccountId.Length > 0 || s.RoutingNumber == first.RoutingNumber))];
    }

    /// <summary>Whether a statement is of the account with this number, as it was stored.</summary>
    private static bool IsOf(OfxStatement statement, string? storedNumber) =>
        !string.IsNullOrEmpty(storedNumber) && StatementRow.StoredNumber(statement.BankAccountId) == storedNumber;

    private static IEnumerable<string> LeftOut(OfxFile file, IReadOnlyList<OfxStatement> chosen, int? wanted)
    {
        var others = wanted is not null ? [] : file.Statements.Except(chosen, ReferenceEqualityComparer.Instance).Cast<OfxStatement>().ToList();
        if (others.Count > 0)
        {
            yield return $"The file holds {file.Statements.Count - chosen.Count + 1} accounts; {chosen[0].Kind} {Masked(chosen[0])} is taken. Left out: {string.Join(", ", others.Select(s => $"{s.Kind} {Masked(s)}"))}.";
        }
    }

    private static IEnumerable<string> Oddities(OfxStatement chosen, Account account, Statement? newest)
    {
        if (newest is not null && !string.IsNullOrEmpty(newest.BankAccountId) && !IsOf(chosen, newest.BankAccountId))
        {
            yield return $"The account number, {Masked(chosen)}, is not the one of earlier statements of this account.";
        }

        if (newest?.Currency is { Length: > 0 } currency && chosen.Currency is not null && currency != chosen.Currency)
        {
            yield return $"The currency is {chosen.Currency}; earlier statements of this account are in {currency}.";
        }

        if (!IsOfKind(chosen.Kind, account))
        {
            yield return $"This is a statement of type {chosen.Kind}, and the account is of type {account.Type}.";
        }

        if ((newest?.LedgerBalanceAsOf ?? newest?.AsOf) > chosen.OwnDay)
        {
            yield return "The statement is older than the newest one of this account.";
        }
    }

    private static bool IsOfKind(OfxStatementKind kind, Account account) => kind switch
    {
        OfxStatementKind.CreditCard => account.Type == AccountType.Credit,
        OfxStatementKind.Investment => account.Type == AccountType.Investment,
        _ => account.Type is not (AccountType.Credit or AccountType.Investment),
    };
}
