namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>The chapters of the interface's document, in the words of the pages.</summary>
internal static class Chapters
{
    public const string Transactions = "Transactions";
    public const string Scheduled = "Scheduled transactions";
    public const string PayPeriods = "Pay periods";
    public const string Accounts = "Accounts";
    public const string Budgets = "Budgets";
    public const string Transfers = "Transfers";
    public const string Statements = "Bank statements";
    public const string Reconciling = "Reconciling";
    public const string CreditPayoff = "Credit payoff";
    public const string Finding = "Finding";
    public const string History = "History and deleting";
    public const string Fuel = "Fuel log";
    public const string Projects = "Projects";
    public const string Settings = "Settings";
    public const string Operating = "Operating";
}
