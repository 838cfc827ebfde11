using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>
/// What a browser that somebody left open must not tell (docs/adr/0045): whole account and routing numbers, where passwords of banks are kept, how statements are downloaded. A session shows it for five
/// minutes after its user has shown again that he is who he says, a script's token if it is good for saving. Where nobody signs in, it is shown.
/// </summary>
internal static class HighData
{
    private const string Mask = "****";
    private const int DigitsShown = 4;

    /// <summary>How long it is shown after it was asked for.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>Whether a request may see it. No statement is sent for this.</summary>
    /// <param name="context">The request.</param>
    /// <param name="book">The book.</param>
    /// <param name="alsoFor">Scopes of tokens that are enough too.</param>
    public static async Task<bool> IsShownAsync(HttpContext context, BudgetBook book, TokenScopes alsoFor = TokenScopes.None)
    {
        if (!context.RequestServices.GetRequiredService<CurrentBook>().Served.AsksForSignIn)
        {
            return true;
        }

        return await OwnSignIn.FindAsync(context, book) switch
        {
            null => false,
            { SessionId: null } script => (script.Scopes & (TokenScopes.Write | alsoFor)) != TokenScopes.None,
            { ConfirmedAt: { } at } => book.Now.UtcDateTime - at < Length,
            _ => false,
        };
    }

    /// <summary>An account without it.</summary>
    public static AccountDetails Hide(AccountDetails account) => account with { VaultCredentialsPath = Hidden(account.VaultCredentialsPath), StatementDownloadJson = Hidden(account.StatementDownloadJson) };

    /// <summary>A bank transaction without it.</summary>
    public static BankTransactionDetails Hide(BankTransactionDetails details) => details with { Statement = details.Statement is { } statement ? Hide(statement) : null };

    /// <summary>A reconciliation without it.</summary>
    public static ReconciliationDetails Hide(ReconciliationDetails details) => details with { BankTransaction = details.BankTransaction is { } bankTransaction ? Hide(bankTransaction) : null };

    /// <summary>A text that says whether there is one.</summary>
    public static string? Hidden(string? text) => string.IsNullOrEmpty(text) ? text : Mask;

    // Its last digits tell which of several accounts it is, as a bank's letters do.
    private static string? HiddenNumber(string? number) => string.IsNullOrEmpty(number) ? number : number.Length > 2 * DigitsShown ? Mask + number[^DigitsShown..] : Mask;

    private static StatementDetails Hide(StatementDetails statement) => statement with { RoutingNumber = HiddenNumber(statement.RoutingNumber), BankAccountId = HiddenNumber(statement.BankAccountId) };
}
