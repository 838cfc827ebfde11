using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>What both kinds of transfer share: what is moved when, and the two linked transactions (spec/domain.md §10).</summary>
/// <typeparam name="TTransfer">The kind.</typeparam>
/// <param name="database">The database.</param>
internal abstract class SaveTransfer<TTransfer>(BudgetDbContext database) : SaveOperation<TTransfer, TransferSides?, SavedTransfer>(database)
    where TTransfer : Transfer
{
    /// <summary>What is transferred, as the description begins.</summary>
    protected abstract string Kind { get; }

    protected override void CheckAlone(TTransfer command, Problems problems)
    {
        problems.CheckDate(nameof(command.Date), command.Date);
        problems.RequirePositiveAmount(nameof(command.Amount), command.Amount);
        problems.CheckText(nameof(command.Notes), command.Notes);
    }

    protected override async Task<Outcome<SavedTransfer>> StoreAsync(RunningSave save, TTransfer command, TransferSides? rows, CancellationToken cancellationToken)
    {
        var (budgets, from, to) = rows!;
        var description = string.Create(CultureInfo.InvariantCulture, $"{Kind} Transfer - {command.Amount} from {from.Name} ({from.Id}) to {to.Name} ({to.Id})");
        var first = Half(command, from, command.Amount, description);
        var second = Half(command, to, -command.Amount, description);
        if (await new TransactionWriter(save.Database, budgets).AddAsync([first, second], cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new Outcome<SavedTransfer>.Invalid([new Problem(nameof(command.Amount), ProblemCode.OutOfRange, refusal)]);
        }

        first.TransferId = second.Id;
        second.TransferId = first.Id;
        Complete(save.Database, [first, second]);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<SavedTransfer>.Saved(new SavedTransfer(first.Id, second.Id));
    }

    /// <summary>Adds what else belongs to the transactions of this kind; it is stored together with their links.</summary>
    protected virtual void Complete(BudgetDbContext database, IReadOnlyList<Transaction> halves)
    {
    }

    private static Transaction Half(TTransfer command, TransferSide side, decimal amount, string description)
    {
        var half = new Transaction
        {
            Date = command.Date,
            AccountId = side.AccountId,
            PlannedBudgetId = side.BudgetId,
            BudgetedAmount = amount,
            Description = TextLength.Shorten(description, TextLength.Usual),
            Notes = command.Notes,
        };
        half.Splits.Add(new TransactionSplit { BudgetId = side.BudgetId, Amount = amount });
        return half;
    }
}
