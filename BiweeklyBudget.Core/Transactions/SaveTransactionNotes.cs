using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Writes the notes of a transaction. They say nothing about money, so a reconciled one may get them, too.</summary>
internal sealed class SaveTransactionNotes(BudgetDbContext database) : SaveOperation<TransactionNotes, Transaction?, int>(database)
{
    protected override void CheckAlone(TransactionNotes command, Problems problems) => problems.CheckText(nameof(command.Notes), command.Notes);

    protected override async Task<Transaction?> CheckAsync(RunningSave save, TransactionNotes command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.Id)))
        {
            return null;
        }

        var transaction = (await save.Rows.TransactionsAsync([command.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(command.Id);
        if (transaction is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Transaction with ID {command.Id}"), plain: PlainProblems.Gone("transaction"));
        }

        return transaction;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, TransactionNotes command, Transaction? rows, CancellationToken cancellationToken)
    {
        rows!.Notes = string.IsNullOrEmpty(command.Notes) && string.IsNullOrEmpty(rows.Notes) ? rows.Notes : command.Notes;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(command.Id);
    }
}
