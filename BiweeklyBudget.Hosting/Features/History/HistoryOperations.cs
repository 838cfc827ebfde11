using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>What the routes of the history are for.</summary>
internal static class HistoryOperations
{
    public static Operation Undo() => FormOperation.InJson(FormOperation.Of(
        "undoChange",
        Chapters.History,
        "Take a change back",
        """
        What it added is removed, what it removed is there again, and what it changed is as it was; the balances of standing budgets move by the opposite difference. It is refused when something of it was
        changed since, is used by others or reconciled. Taking it back is a change itself, and can be taken back.
        """.ReplaceLineEndings(" "),
        [Field.OfReference("id", "The change: the header `X-Change-Id` of the answer that said it was saved.").Required],
        """{"id": "6"}"""));
}
