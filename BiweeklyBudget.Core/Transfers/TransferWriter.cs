using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>What both kinds of transfer share: their date and the two linked transactions (spec/domain.md §10).</summary>
internal static class TransferWriter
{
    /// <summary>The field <c>date</c> of a transfer; a blank one has one message only.</summary>
    public static DateOnly? Date(FieldReader fields)
    {
        if (!fields.IsBlank("date"))
        {
            return fields.Date("date");
        }

        fields.Errors.Add("date", "Transactions must have a date");
        return null;
    }

    /// <summary>One half of a transfer, with its single split.</summary>
    public static Transaction Half(DateOnly date, int accountId, int budgetId, decimal amount, string description, string notes)
    {
        var half = new Transaction
        {
            Date = date,
            AccountId = accountId,
            PlannedBudgetId = budgetId,
            BudgetedAmount = amount,
            Description = TextLength.Shorten(description, FieldReader.UsualLength),
            Notes = notes,
        };
        half.Splits.Add(new TransactionSplit { BudgetId = budgetId, Amount = amount });
        return half;
    }

    /// <summary>Saves both halves and makes each point at the other.</summary>
    /// <returns>The reason why a standing budget cannot take them, or null when they were saved.</returns>
    public static async Task<string?> AddAsync(RunningSave save, LockedBudgets budgets, Transaction from, Transaction to, CancellationToken cancellationToken)
    {
        if (await new TransactionWriter(save.Database, budgets).AddAsync([from, to], cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        from.TransferId = to.Id;
        to.TransferId = from.Id;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>The result for saved halves.</summary>
    public static SaveResult Saved(Transaction from, Transaction to) =>
        new SaveResult.Saved($"Successfully saved Transactions {from.Id} and {to.Id} in database.", from.Id, to.Id);
}
