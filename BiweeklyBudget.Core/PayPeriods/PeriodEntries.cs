using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The list of a period: its transactions merged with what is left of the scheduled ones (spec/domain.md §5.1).</summary>
internal static class PeriodEntries
{
    /// <summary>Merges the rows into the period's list, in its order.</summary>
    public static IReadOnlyList<PeriodEntry> Merge(PayPeriod period, IEnumerable<TransactionRow> transactions, IEnumerable<ScheduledRow> schedules, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        var ofPeriod = transactions.Where(t => period.Contains(t.Date)).ToList();
        var conversions = ofPeriod.Where(t => t.ScheduledTransactionId is not null).ToLookup(t => t.ScheduledTransactionId!.Value, t => t.Date);
        var entries = ofPeriod.Select(t => OfTransaction(t, budgets)).ToList();
        foreach (var scheduled in schedules)
        {
            entries.AddRange(OpenOccurrences(period, scheduled, conversions[scheduled.Id], budgets));
        }

        return [.. entries.OrderBy(e => e.Date ?? DateOnly.MinValue).ThenBy(e => e.Date is not null).ThenBy(e => e.Amount).ThenBy(RankAmongEqual).ThenBy(e => e.Planned).ThenBy(e => e.Id)];
    }

    private static PeriodEntry OfTransaction(TransactionRow transaction, IReadOnlyDictionary<int, BudgetRow> budgets) => new()
    {
        Kind = PeriodEntryKind.Transaction,
        Id = transaction.Id,
        Date = transaction.Date,
        ScheduledTransactionId = transaction.ScheduledTransactionId,
        ScheduledDescription = transaction.ScheduledDescription,
        ScheduledTimes = transaction.ScheduledTimes,
        Description = transaction.Description,
        Amount = transaction.Splits.Sum(s => s.Amount),
        BudgetedAmount = transaction.BudgetedAmount,
        AccountId = transaction.AccountId,
        AccountName = transaction.AccountName,
        Budgets = Shares(transaction.Splits, budgets),
        ReconciliationId = transaction.ReconciliationId,
        PlannedBudgetId = transaction.PlannedBudgetId,
        PlannedBudgetName = transaction.PlannedBudgetId is { } planned && budgets.TryGetValue(planned, out var budget) ? budget.Name : null,
        SalesTax = transaction.SalesTax,
        Notes = transaction.Notes,
        AllocatedBudgetId = transaction.PlannedBudgetId ?? (transaction.Splits.Count > 0 ? transaction.Splits[0].BudgetId : null),
    };

    private static IEnumerable<PeriodEntry> OpenOccurrences(PayPeriod period, ScheduledRow scheduled, IEnumerable<DateOnly> conversions, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        var occurrences = scheduled.Schedule.OccurrencesIn(period);
        var open = scheduled.Schedule.OpenOccurrencesIn(period, [.. conversions]);
        if (open.Count == 0)
        {
            return [];
        }

        var shares = Shares([new SplitRow(scheduled.BudgetId, scheduled.Amount)], budgets);
        var recurrence = scheduled.Schedule.Describe() ?? "";
        return open.Select(date => new PeriodEntry
        {
            Kind = PeriodEntryKind.Scheduled,
            Id = scheduled.Id,
            Date = date,
            ScheduleType = scheduled.Schedule.Type,
            Description = scheduled.Description,
            Amount = scheduled.Amount,
            AccountId = scheduled.AccountId,
            AccountName = scheduled.AccountName,
            Budgets = shares,
            Recurrence = recurrence,
            Remaining = open.Count,
            Planned = occurrences.Count,
            SalesTax = scheduled.SalesTax,
            Notes = scheduled.Notes,
        });
    }

    private static IReadOnlyList<BudgetShare> Shares(IReadOnlyList<SplitRow> splits, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        if (splits.Count == 1)
        {
            return splits[0].BudgetId is { } id && budgets.TryGetValue(id, out var budget) ? [new BudgetShare(id, budget.Name, splits[0].Amount, budget.IsIncome)] : [];
        }

        return
        [
            .. splits.Where(s => s.BudgetId is { } id && budgets.ContainsKey(id))
                .GroupBy(s => s.BudgetId!.Value, s => s.Amount)
                .Select(g => new BudgetShare(g.Key, budgets[g.Key].Name, g.Sum(), budgets[g.Key].IsIncome))
                .OrderByDescending(b => b.Amount)
                .ThenBy(b => b.BudgetId),
        ];
    }

    private static int RankAmongEqual(PeriodEntry entry) => entry.ScheduleType switch
    {
        ScheduleType.PerPeriod => 0,
        ScheduleType.Weekly => 1,
        null => 2,
        ScheduleType.Date => 3,
        ScheduleType.Monthly => 4,
        _ => 5,
    };
}
