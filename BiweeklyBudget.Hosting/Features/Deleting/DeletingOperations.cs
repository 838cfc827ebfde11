using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>What the routes of deleting are for.</summary>
internal static class DeletingOperations
{
    public static Operation Delete() => FormOperation.Of(
        "deleteRecords",
        Chapters.History,
        "Delete records",
        """
        All of them or none. What belongs to them goes along: the shares of a transaction, whose standing budgets get back what was taken from them; both sides of a transfer; an account's balances; a project's items. It is refused when
        something else depends on one of them, or when it is reconciled. `POST /forms/undo` brings them back.
        """.ReplaceLineEndings(" "),
        [
            Field.OfWords("kind", "What is to go. Of the bank's transactions only interest charges that were entered by hand can be deleted.", [.. DeletedWords.All]).Required,
            Field.OfText("ids", "Their ids, with commas between them. For `interest`: the account's id, `%`, and the FITID.", 100_000).Required,
        ],
        """{"kind": "transaction", "ids": "3"}""");

    public static Operation Deactivate() => FormOperation.Of(
        "deactivateRecord",
        Chapters.History,
        "Make a record inactive",
        "For what cannot be deleted because other records need it: it stays, and is not offered any more.",
        [Field.OfWords("kind", "What it is.", "account", "budget", "scheduled", "vehicle").Required, Field.OfReference("id", "Which.").Required],
        """{"kind": "scheduled", "id": "3"}""");
}
