using BiweeklyBudget.Core.Transfers;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>What the forms of both kinds of transfer share.</summary>
/// <typeparam name="TTransfer">The kind.</typeparam>
internal abstract class TransferForm<TTransfer> : Form<TTransfer, SavedTransfer>
    where TTransfer : Transfer
{
    protected override string Success(TTransfer command, SavedTransfer saved) => $"Successfully saved Transactions {saved.FromTransactionId} and {saved.ToTransactionId} in database.";

    protected override string? Words(TTransfer command, SavedTransfer saved) => "The money was moved.";

    /// <summary>The fields that both have, with those of a kind.</summary>
    protected static IReadOnlyDictionary<string, string> With(Dictionary<string, string> fields)
    {
        fields[nameof(Transfer.Date)] = "date";
        fields[nameof(Transfer.Amount)] = "amount";
        fields[nameof(Transfer.Notes)] = "notes";
        return fields;
    }

    /// <summary>The date; a blank one has one message only.</summary>
    protected static DateOnly Date(FieldReader fields)
    {
        if (!fields.IsBlank("date"))
        {
            return fields.Date("date") ?? default;
        }

        fields.Errors.Add("date", "Transactions must have a date");
        return default;
    }
}
