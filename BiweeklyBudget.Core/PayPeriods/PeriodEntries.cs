using System.Runtime.InteropServices;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The list of a period: its transactions merged with what is left of the scheduled ones (spec/domain.md §5.1).</summary>
internal static class PeriodEntries
{
    /// <summary>Merges the rows into the period's list, in its order.</summary>
    public static IReadOnlyList<PeriodEntry> Merge(PayPeriod period, IEnumerable<TransactionRow> transactions, IEnumerable<ScheduledRow> schedules, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        var entries = new List<PeriodEntry>();
        var conversions = new Dictionary<int, List<DateOnly>>();
        foreach (var transaction in transactions)
        {
            if (!period.Contains(transaction.Date))
            {
                continue;
            }

            entries.Add(OfTransaction(transaction, budgets));
            if (transaction.ScheduledTransactionId is { } scheduledId)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(conversions, scheduledId, out _) ??= []).Add(transaction.Date);
            }
        }

        foreach (var scheduled in schedules)
        {
            entries.AddRange(OpenOccurrences(period, scheduled, conversions.GetValueOrDefault(scheduled.Id) ?? [], budgets));
        }

        // Those that are equal in all of it are occurrences of one schedule that are alike in everything.
        entries.Sort(Order);
        return entries;
    }

    // By day, those without one first; of one day by amount, and so on, so that no two that differ are in an order of chance.
    private static int Order(PeriodEntry one, PeriodEntry other)
    {
        var order = (one.Date ?? DateOnly.MinValue).CompareTo(other.Date ?? DateOnly.MinValue);
        order = order != 0 ? order : (one.Date is not null).CompareTo(other.Date is not null);
        order = order != 0 ? order : one.Amount.CompareTo(other.Amount);
        order = order != 0 ? order : RankAmongEqual(one).CompareTo(RankAmongEqual(other));
        order = order != 0 ? order : one.Planned.CompareTo(other.Planned);
        return order != 0 ? order : one.Id.CompareTo(other.Id);
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
        Amount = Total(transaction.Splits),
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

    private static IEnumerable<PeriodEntry> OpenOccurrences(PayPeriod period, ScheduledRow scheduled, List<DateOnly> conversions, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        var occurrences = scheduled.Schedule.OccurrencesIn(period);
        var open = conversions.Count == 0 ? occurrences : scheduled.Schedule.OpenOccurrencesIn(period, conversions);
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

    private static decimal Total(IReadOnlyList<SplitRow> splits)
    {
        var total = 0m;
        for (var i = 0; i < splits.Count; i++)
        {
            total += splits[i].Amount;
        }

        return total;
    }

    private static List<BudgetShare> Shares(IReadOnlyList<SplitRow> splits, IReadOnlyDictionary<int, BudgetRow> budgets)
    {
        if (splits.Count == 1)
        {
            return splits[0].BudgetId is { } id && budgets.TryGetValue(id, out var budget) ? [new BudgetShare(id, budget.Name, splits[0].Amount, budget.IsIncome)] : [];
        }

        var shares = new List<BudgetShare>(splits.Count);
        for (var i = 0; i < splits.Count; i++)
        {
            if (splits[i].BudgetId is { } id && budgets.TryGetValue(id, out var budget))
            {
                Add(new BudgetShare(id, budget.Name, splits[i].Amount, budget.IsIncome), shares);
            }
        }

        shares.Sort((one, other) => other.Amount.CompareTo(one.Amount) is not 0 and var byAmount ? byAmount : one.BudgetId.CompareTo(other.BudgetId));
        return shares;
    }

    /// <summary>Adds a share to those of a transaction, which are few, or to the one of the same budget.</summary>
    private static void Add(BudgetShare share, List<BudgetShare> shares)
    {
        var same = 0;
        while (same < shares.Count && shares[same].BudgetId != share.BudgetId)
        {
            same++;
        }

        if (same == shares.Count)
        {
            shares.Add(share);
        }
        else
        {
            shares[same] = share with { Amount = shares[same].Amount + share.Amount };
        }
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
