using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Features.Home;

/// <summary>The steps of setting a household up, in the order in which each finds what it needs.</summary>
internal static class SetupList
{
    /// <summary>The steps.</summary>
    /// <param name="done">What is done.</param>
    public static IReadOnlyList<SetupStep> Of(SetupSteps done)
    {
        var hasAccount = done.HasFlag(SetupSteps.Accounts);
        var hasBudget = (done & (SetupSteps.IncomeBudgets | SetupSteps.Budgets)) != SetupSteps.None;
        return
        [
            new(
                "Accounts with their balances",
                "The account that your salary goes to, your cards, your savings: each with what is in it today, or owed.",
                hasAccount && done.HasFlag(SetupSteps.Balances),
                hasAccount ? "Add another account" : "Add an account",
                "/dialogs/account")
            {
                Otherwise = hasAccount ? ("Set a balance", "/accounts") : null,
            },
            new(
                "Budgets",
                "One for your income, and one for each thing that you spend on: food, rent, fun. Periodic ones begin anew on each payday; standing ones are what you save up.",
                done.HasFlag(SetupSteps.IncomeBudgets) && done.HasFlag(SetupSteps.Budgets),
                !done.HasFlag(SetupSteps.IncomeBudgets) ? "Add your income" : "Add a budget",
                done.HasFlag(SetupSteps.IncomeBudgets) ? "/dialogs/budget" : "/dialogs/budget?income=true&name=Salary"),
            new(
                "Income",
                "Plan your salary, so that each period knows what comes in.",
                done.HasFlag(SetupSteps.Income),
                "Plan your salary",
                "/dialogs/scheduled?income=true&description=Salary")
            {
                Waits = Missing(hasAccount, done.HasFlag(SetupSteps.IncomeBudgets) ? null : "a budget for your income"),
            },
            new(
                "Bills",
                "Rent, insurance, subscriptions: what has to be paid again and again is kept out of what is left to spend.",
                done.HasFlag(SetupSteps.Bills),
                "Add a bill",
                "/dialogs/scheduled")
            {
                Waits = Missing(hasAccount, done.HasFlag(SetupSteps.Budgets) ? null : "a budget to pay them from"),
            },
            new(
                "First transaction",
                "What you spend from now on: enter it as you go, or import a file from your bank.",
                done.HasFlag(SetupSteps.Transactions),
                "Add a transaction",
                "/dialogs/transaction")
            {
                Waits = Missing(hasAccount, hasBudget ? null : "a budget"),
                Otherwise = hasAccount ? ("Import a bank file", "/ofx") : null,
            },
        ];
    }

    private static string? Missing(bool hasAccount, string? budget) => (hasAccount, budget) switch
    {
        (true, null) => null,
        (true, _) => $"First {budget}.",
        (false, null) => "First an account.",
        _ => $"First an account and {budget}.",
    };
}
