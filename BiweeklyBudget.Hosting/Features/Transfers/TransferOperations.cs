using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>What the routes of transfers are for.</summary>
internal static class TransferOperations
{
    private static Field[] Shared =>
    [
        Field.OfDay("date", "The day that it counts for.").Required,
        Field.OfAmount("amount", "More than 0.").Required,
        Field.OfText("notes", "Blank for none."),
    ];

    public static Operation BetweenAccounts() => FormOperation.Of(
        "transferBetweenAccounts",
        Chapters.Transfers,
        "Transfer between accounts",
        "Two transactions are made, each with the other's id. The accounts must be active, different, and not of the type `Credit`.",
        [
            .. Shared,
            Field.OfReference("budget", "The budget of both.").Required,
            Field.OfReference("from_account", "Where the money comes from.").Required,
            Field.OfReference("to_account", "Where it goes.").Required,
        ],
        """{"date": "2017-07-28", "amount": "10", "budget": "1", "from_account": "1", "to_account": "2", "notes": ""}""");

    public static Operation OfEitherKind() => FormOperation.Of(
        "transfer",
        Chapters.Transfers,
        "Transfer between accounts of every kind, or between budgets",
        "As the two other transfers, but cards can be paid, and the budget or the account that both transactions stand on is chosen by the program: its sum stays the same.",
        [
            Field.OfWords("kind", "What the money is moved between.", "accounts", "budgets").Required,
            .. Shared,
            Field.OfReference("from_account", "Where the money comes from, between accounts."),
            Field.OfReference("to_account", "Where it goes, between accounts."),
            Field.OfReference("from_budget", "Where the money comes from, between budgets."),
            Field.OfReference("to_budget", "Where it goes, between budgets."),
        ],
        """{"kind": "accounts", "date": "2017-07-28", "amount": "10", "from_account": "1", "to_account": "3", "notes": ""}""");

    public static Operation BetweenBudgets() => FormOperation.Of(
        "transferBetweenBudgets",
        Chapters.Transfers,
        "Transfer between budgets",
        "Two transactions are made, each with the other's id, both reconciled. Balances of standing budgets move.",
        [
            .. Shared,
            Field.OfReference("account", "The account of both.").Required,
            Field.OfReference("from_budget", "Where the money comes from.").Required,
            Field.OfReference("to_budget", "Where it goes.").Required,
        ],
        """{"date": "2017-07-28", "amount": "10", "account": "1", "from_budget": "1", "to_budget": "2", "notes": ""}""");
}
