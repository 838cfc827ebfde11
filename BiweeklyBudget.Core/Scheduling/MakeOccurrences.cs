using System.Globalization;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>Makes transactions of several occurrences, each as a conversion of its own would be (spec/domain.md §9), with what its schedule says besides day and amount.</summary>
internal sealed class MakeOccurrences(BudgetDbContext database, PayCalendar calendar) : OccurrenceOperation(database, calendar)
{
    protected override void CheckAlone(OccurrenceBatch command, Problems problems)
    {
        base.CheckAlone(command, problems);
        if (!problems.Knows(nameof(command.PeriodDay)) || command.Occurrences.Count > OccurrenceBatch.MostOccurrences)
        {
            return;
        }

        var period = PeriodOf(command);
        foreach (var (place, occurrence) in command.Occurrences.Index())
        {
            problems.RequireAmount(Path(place, nameof(occurrence.Amount)), occurrence.Amount);
            if (!period.Contains(occurrence.Date))
            {
                problems.Add(Path(place, nameof(occurrence.Date)), ProblemCode.Contradiction, "Date must be in current pay period");
            }
        }
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, OccurrenceBatch command, IReadOnlyDictionary<int, ScheduledTransaction> rows, CancellationToken cancellationToken)
    {
        var transactions = command.Occurrences.Select(occurrence => ConvertScheduledTransaction.Occurrence(rows[occurrence.ScheduledId], Conversion(occurrence, rows[occurrence.ScheduledId]))).ToList();
        return await AddAsync(save, transactions, cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<int>.Refused(new Problem(null, ProblemCode.OutOfRange, refusal))
            : new Outcome<int>.Saved(transactions.Count);
    }

    private static Conversion Conversion(PlannedOccurrence occurrence, ScheduledTransaction scheduled) => new()
    {
        ScheduledId = occurrence.ScheduledId,
        Date = occurrence.Date,
        Amount = occurrence.Amount,
        SalesTax = scheduled.SalesTax,
        Description = scheduled.Description,
        Notes = scheduled.Notes ?? "",
    };

    private static string Path(int place, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(OccurrenceBatch.Occurrences)}[{place}].{property}");
}
