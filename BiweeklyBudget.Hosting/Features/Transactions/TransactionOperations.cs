using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>What the routes of transactions are for.</summary>
internal static class TransactionOperations
{
    private const string Searched = "the description, or of this amount, day or month (`2017-07`)";

    private static Parameter[] Filters => [new("columns[3][search][value]", Schemas.Text, "Only those of the account with this id."), new("columns[4][search][value]", Schemas.Text, "Only those with a share of the budget with this id.", "1")];

    /// <summary>The fields of the form.</summary>
    public static Field[] Fields =>
    [
        Field.Key("transaction"),
        Field.OfDay("date", "The day that it counts for.").Required,
        Field.OfAmount("amount", "Not 0.").Required,
        Field.OfText("description", "What it was for.").Required,
        Field.OfReference("account", "The account that it is booked on.").Required,
        new(SplitFields.Field, Schemas.Splits, "The share of each budget, by the budget's id. Together they are the amount, to the last digit.", IsRequired: true),
        Field.OfAmount("sales_tax", "Contained in the amount; 0 when this is left out."),
        Field.OfText("notes", "Blank for none."),
    ];

    /// <summary>A transaction that the sample household has room for.</summary>
    public const string Example = """{"date": "2017-07-28", "amount": "12.34", "description": "Lunch", "account": "1", "budgets": {"1": "10", "2": "2.34"}, "sales_tax": "0.66", "notes": ""}""";

    public static Operation Save()
    {
        var form = FormOperation.Of(
            "saveTransaction",
            Chapters.Transactions,
            "Add or change a transaction",
            "Expenses are positive, income is negative. Shares of standing budgets move these budgets' balances. A transaction that is reconciled cannot be changed.",
            Fields,
            Example);
        return form with { Answers = [FormOperation.Reply() with { Extras = new Dictionary<string, string> { ["trans_id"] = "The transaction's id." } }] };
    }

    public static Operation SaveNotes() => FormOperation.Of(
        "saveTransactionNotes",
        Chapters.Transactions,
        "Write the notes of a transaction",
        "Nothing else of it changes, so this is possible for one that is reconciled, too.",
        [Field.OfReference("id", "The transaction.").Required, Field.OfText("notes", "Blank for none.")],
        """{"id": "1", "notes": "kept the receipt"}""");

    public static Operation Find() => ReadOperation.OfRecord<NamedTransactionJson>("findTransaction", Chapters.Transactions, "Read a transaction");

    public static Operation Table() => TableOperation.Of<TransactionRowJson>("listTransactions", Chapters.Transactions, "List transactions", Searched, TransactionSection.Columns, Filters);

    public static Operation Download() => TableOperation.OfDownload("downloadTransactions", Chapters.Transactions, "Download transactions as CSV", Searched, TransactionSection.Columns, Filters);
}
