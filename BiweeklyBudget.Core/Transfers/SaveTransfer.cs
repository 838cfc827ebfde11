using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
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
        var pair = TransferPair.Of(Kind, command.Date, command.Amount, command.Notes, from, to);
        if (await new TransactionWriter(save, budgets).AddAsync(pair.Halves, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new Outcome<SavedTransfer>.Invalid([new Problem(nameof(command.Amount), ProblemCode.OutOfRange, refusal)]);
        }

        save.Database.AttachRange(pair.Halves);
        pair.Link();
        Complete(save.Database, pair);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<SavedTransfer>.Saved(new SavedTransfer(pair.From.Id, pair.To.Id));
    }

    /// <summary>Adds what else belongs to the transactions of this kind; it is stored together with their links.</summary>
    protected virtual void Complete(BudgetDbContext database, TransferPair pair)
    {
    }
}
