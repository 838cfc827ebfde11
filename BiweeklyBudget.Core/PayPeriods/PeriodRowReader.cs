using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Loads what the figures of a range of days depend on in one turn: transactions with their splits, scheduled transactions, budgets.</summary>
/// <param name="database">The database.</param>
/// <param name="shared">What other parts of the page have read from the same state of the database, or will.</param>
internal sealed class PeriodRowReader(BudgetDbContext database, SharedReads shared)
{
    /// <summary>Reads the rows, or takes those of a range around it that were read already.</summary>
    public async Task<PeriodRows> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var known = shared.Find<PeriodRows>();
        if (known?.Hold(first, last) == true)
        {
            return known;
        }

        var accounts = new Dictionary<int, string?>();
        var transactions = new FoundTransactions(accounts);
        var schedules = new List<ScheduledRow>();
        var budgets = new Dictionary<int, BudgetRow>();
        await OwnStatement.ReadEachAsync(
            database,
            known is null ? PeriodStatements.WithBudgets : PeriodStatements.WithoutBudgets,
            [first, last],
            [
                row => accounts.Add(row.Number(0), row.Text(1)),
                transactions.Add,
                row => schedules.Add(Scheduled(row, accounts)),
                .. known is null ? [row => Add(Budget(row), budgets)] : Array.Empty<Action<OwnRow>>(),
            ],
            cancellationToken).ConfigureAwait(false);
        return shared.Keep(new PeriodRows(transactions.Rows, schedules, known?.Budgets ?? budgets) { First = first, Last = last });
    }

    private static ScheduledRow Scheduled(OwnRow row, Dictionary<int, string?> accounts)
    {
        var schedule = new Schedule(row.DayOrNull(1), row.NumberOrNull(2), row.NumberOrNull(3), row.NumberOrNull(4), row.NumberOrNull(5), row.NumberOrNull(6));
        var account = row.NumberOrNull(9);
        return new ScheduledRow(row.Number(0), schedule, row.Text(7) ?? "", row.Amount(8), account, account is null ? null : accounts.GetValueOrDefault(account.Value), row.NumberOrNull(10), row.Amount(11), row.Text(12));
    }

    // Null flags and amounts of old rows read as false and 0; but whether a budget is a standing one must have been said.
    private static BudgetRow Budget(OwnRow row)
    {
        var isPeriodic = row.IsOrNull(2);
        return new BudgetRow(row.Number(0), row.Text(1) ?? "", isPeriodic == true, isPeriodic == false, row.IsOrNull(3) == true, row.IsOrNull(4) == true, row.AmountOrNull(5) ?? 0m, row.AmountOrNull(6) ?? 0m);
    }

    private static void Add(BudgetRow budget, Dictionary<int, BudgetRow> budgets) => budgets.Add(budget.Id, budget);
}
