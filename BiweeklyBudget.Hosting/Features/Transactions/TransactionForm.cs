using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>The form of a transaction (spec/http-api.md §7.1).</summary>
internal class TransactionForm : Form<TransactionChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(TransactionChange.Id)] = "id",
        [nameof(TransactionChange.Date)] = "date",
        [nameof(TransactionChange.Amount)] = "amount",
        [nameof(TransactionChange.Description)] = "description",
        [nameof(TransactionChange.AccountId)] = "account",
        [nameof(TransactionChange.Notes)] = "notes",
        [nameof(TransactionChange.SalesTax)] = "sales_tax",
        [nameof(TransactionChange.Splits)] = SplitFields.Field,
    };

    /// <summary>Reads the fields for a transaction that is saved along with something else.</summary>
    /// <returns>The transaction, and what is wrong in spelling.</returns>
    public static (TransactionChange Command, FieldErrors Errors) ReadFields(FormValues values)
    {
        var fields = new FieldReader(values);
        return (ReadFrom(fields), fields.Errors);
    }

    protected override TransactionChange Read(FieldReader fields) => ReadFrom(fields);

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, TransactionChange command, CancellationToken cancellationToken) => book.Transactions.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, TransactionChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Transactions.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(TransactionChange command, int saved) => $"Successfully saved Transaction {saved}  in database.";

    protected override string? Words(TransactionChange command, int saved) => PlainWords.Saved(command.Description);

    protected override IDictionary<string, object?>? Extras(int saved) => new Dictionary<string, object?> { ["trans_id"] = saved };

    // The splits share one field: those that could be read are checked although others could not.
    protected override IEnumerable<string> UnknownIn(FieldReader fields) =>
        base.UnknownIn(fields).Where(property => property != nameof(TransactionChange.Splits)).Concat(SplitFields.Of(fields.Form).Unknown);

    protected override string FieldOf(string property) => property.StartsWith(nameof(TransactionChange.Splits), StringComparison.Ordinal) ? SplitFields.Field : base.FieldOf(property);

    private static TransactionChange ReadFrom(FieldReader fields)
    {
        if (fields.IsBlank("date"))
        {
            fields.Errors.Add("date", "Transactions must have a date");
        }

        var splits = SplitFields.Of(fields.Form);
        splits.Check(fields);
        return new TransactionChange
        {
            Id = fields.RowId(),
            Date = fields.Date("date") ?? default,
            Amount = fields.SignedAmount("amount") ?? 0m,
            Description = fields.Text("description"),
            AccountId = fields.Reference("account", "Transactions must have an account") ?? 0,
            Notes = fields.Text("notes"),
            SalesTax = fields.AmountOrNull("sales_tax") ?? 0m,
            Splits = splits.Splits,
        };
    }
}
