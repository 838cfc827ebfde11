using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Makes a real transaction from an occurrence of a scheduled one (spec/http-api.md §9.1, spec/domain.md §9). The same command
/// sent twice makes one transaction: the second is refused, since a transaction that equals it in everything exists already
/// (D 10). Converting more often than planned stays possible.
/// </summary>
internal sealed class ConvertScheduledTransaction(BudgetDbContext database, PayCalendar calendar) : SaveOperation<Conversion, ScheduledTransaction?, int>(database)
{
    /// <summary>The transaction that becomes of an occurrence, not stored.</summary>
    public static Transaction Occurrence(ScheduledTransaction scheduled, Conversion command)
    {
        var transaction = ScheduledOccurrence.Of(scheduled, command.Amount);
        transaction.Date = command.Date;
        transaction.Description = command.Description;
        transaction.Notes = command.Notes;
        transaction.SalesTax = command.SalesTax;
        transaction.BudgetedAmount = scheduled.Amount;
        return transaction;
    }

    protected override void CheckAlone(Conversion command, Problems problems)
    {
        problems.CheckDate(nameof(command.Date), command.Date);
        if (command.PeriodDay is { } day && problems.Knows(nameof(command.Date)) && problems.Knows(nameof(command.PeriodDay)) && !calendar.Containing(day).Contains(command.Date))
        {
            problems.Add(nameof(command.Date), ProblemCode.Contradiction, "Date must be in current pay period");
        }

        problems.RequireText(nameof(command.Description), command.Description, "Description cannot be empty");
        problems.RequireAmount(nameof(command.Amount), command.Amount);
        problems.CheckAmount(nameof(command.SalesTax), command.SalesTax);
        problems.CheckText(nameof(command.Notes), command.Notes);
    }

    protected override async Task<ScheduledTransaction?> CheckAsync(RunningSave save, Conversion command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.ScheduledId)))
        {
            return null;
        }

        var scheduled = await save.Rows.ScheduledTransactionAsync(command.ScheduledId, cancellationToken).ConfigureAwait(false);
        if (scheduled is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no ScheduledTransaction with ID {command.ScheduledId}"), plain: PlainProblems.Gone("scheduled transaction"));
        }
        else if (await SameAsync(save.Database, Occurrence(scheduled, command), problems, cancellationToken).ConfigureAwait(false) is { } same)
        {
            problems.Refuse(
                ProblemCode.Repeated,
                string.Create(CultureInfo.InvariantCulture, $"ScheduledTransaction {command.ScheduledId} was already converted with the same values, to Transaction {same}. Change the description or the notes to convert it again."),
                plain: $"{PlainProblems.Named(command.Description, command.Date)} was made already, with the same values. Change the description or the notes to make it once more.");
        }

        return scheduled;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, Conversion command, ScheduledTransaction? rows, CancellationToken cancellationToken)
    {
        var transaction = Occurrence(rows!, command);
        var budgets = await LockedBudgets.LockAsync(save, transaction.Splits.Select(split => split.BudgetId!.Value), cancellationToken).ConfigureAwait(false);
        return await new TransactionWriter(save, budgets).AddAsync([transaction], cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<int>.Invalid([new Problem(nameof(command.Amount), ProblemCode.OutOfRange, refusal)])
            : new Outcome<int>.Saved(transaction.Id);
    }

    private static async Task<int?> SameAsync(BudgetDbContext database, Transaction wanted, Problems problems, CancellationToken cancellationToken)
    {
        string[] compared = [nameof(Conversion.Date), nameof(Conversion.SalesTax), nameof(Conversion.Description), nameof(Conversion.Notes), nameof(Conversion.Amount)];
        if (!compared.All(problems.Knows))
        {
            return null;
        }

        var candidates = await database.Transactions.AsNoTracking().Include(other => other.Splits)
            .Where(other => other.ScheduledTransactionId == wanted.ScheduledTransactionId && other.Date == wanted.Date && other.SalesTax == wanted.SalesTax)
            .OrderBy(other => other.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // Texts are compared here, because the database's collation takes different ones for equal.
        var total = wanted.Splits.Sum(split => split.Amount);
        return candidates.Find(other => other.Description == wanted.Description && (other.Notes ?? "") == wanted.Notes && other.Splits.Sum(split => split.Amount) == total)?.Id;
    }
}
