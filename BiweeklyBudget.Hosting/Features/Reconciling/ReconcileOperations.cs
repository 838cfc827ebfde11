using System.Net.Mime;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>What the routes of reconciling are for.</summary>
internal static class ReconcileOperations
{
    private const string Order = "Of accounts that are reconciled, from the day on from which this is done, by day. What is reconciled already is left out.";

    public static Operation Save() => new()
    {
        Id = "reconcile",
        Chapter = Chapters.Reconciling,
        Summary = "Reconcile",
        Text = "All of it is saved, or nothing. Whether amounts and accounts agree is up to you.",
        Fields =
        [
            new("reconciled", Schemas.ReconciledTransactions, "By the transaction's id: the account and the FITID of a bank transaction, or a note when there is none. May be empty.", IsRequired: true),
            new("ofxIgnored", Schemas.IgnoredBankTransactions, "Bank transactions that have no transaction, with a note why, or null. The key is the account's id, `%`, and the FITID."),
            new("made", Schemas.MadeTransactions, "Transactions to be made from bank transactions, each reconciled with its own: `transaction` has the fields of `POST /forms/transaction`, `ofx` the account and the FITID. May be absent."),
        ],
        BodyTypes = [MediaTypeNames.Application.Json],
        Example = """{"reconciled": {"2": "paid in cash"}, "ofxIgnored": {}}""",
        Answers =
        [
            new(StatusCodes.Status200OK, "Saved.") { Bodies = [typeof(SavedReply)], Headers = FormOperation.Reply().Headers },
            Answer.Refusal(StatusCodes.Status400BadRequest, "Nothing was saved: something is unknown, reconciled already, or no such request."),
            Answer.Refusal(StatusCodes.Status415UnsupportedMediaType, "The content type is not JSON."),
        ],
    };

    public static Operation CheckMade() => FormOperation.Of(
        "checkMadeTransaction",
        Chapters.Reconciling,
        "Check a transaction that is to be made from a bank transaction",
        "Says what `POST /ajax/reconcile` would refuse in one of `made`. Nothing is saved.",
        [.. TransactionOperations.Fields.Where(field => field.Name != "id"), new("id", Schemas.RowId, "Null or blank: a transaction that there is already is not made.")],
        TransactionOperations.Example);

    public static Operation Undo() => FormOperation.Of(
        "undoReconciliation",
        Chapters.Reconciling,
        "Take a reconciliation back",
        "Both sides are open again.",
        [Field.OfReference("id", "The reconciliation, `reconcile_id` of its transaction.").Required],
        """{"id": "1"}""");

    public static Operation Find() => ReadOperation.OfRecord<ReconciliationJson>("findReconciliation", Chapters.Reconciling, "Read a reconciliation", "With both of its sides, as far as it has them.");

    public static Operation Transactions() => ReadOperation.OfList<NamedTransactionJson>("listUnreconciledTransactions", Chapters.Reconciling, "List transactions to reconcile", Order);

    public static Operation BankTransactions() => ReadOperation.OfList<UnreconciledBankTransactionJson>(
        "listUnreconciledBankTransactions",
        Chapters.Reconciling,
        "List bank transactions to reconcile",
        Order + " Payments, fees and interest of credit cards are left out too.");
}
