using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>An account with a page of its transactions, the newest first.</summary>
/// <param name="Account">The account, in use or not.</param>
/// <param name="Figures">What it holds, and what is not reconciled.</param>
/// <param name="Page">The transactions. Its total is how many the account has.</param>
public sealed record AccountRegister(AccountDetails Account, AccountFigures Figures, TablePage<RegisterEntry> Page);
