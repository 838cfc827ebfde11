using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// The table of all scheduled transactions (spec/http-api.md §5), with three SQL statements whatever the database holds. Recurrences
/// sort by kind – per period, date, monthly, weekly, annual – and within a kind by number, date, day of the month, weekday
/// and day of the year, not as text (fix 14).
/// </summary>
internal sealed class ScheduledList(BudgetDbContext database)
{
    private static readonly TableColumns<Row> Sorted = new TableColumns<Row>()
        .Column("is_active", row => row.Scheduled.IsActive)
        .Column("amount", row => row.Scheduled.Amount)
        .Column("sales_tax", row => row.Scheduled.SalesTax)
        .Column("description", row => row.Scheduled.Description)
        .Column("account", row => row.AccountName)
        .Column("budget", row => row.BudgetName)
        .Column("recurrence_str", row => row.Kind, row => row.Scheduled.Date, row => row.Number)
        .Column("schedule_type", row => row.TypeName)
        .Key(row => row.Scheduled.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in the description, order, page.</param>
    /// <param name="scheduleType">Those of one type, by its name such as <c>per period</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public async Task<TablePage<ScheduledDetails>> ReadAsync(TableQuery query, string? scheduleType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Rows();
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            found = SearchedFigures.Of(query.Search) is { Amount: { } amount }
                ? found.Where(row => EF.Functions.Like(row.Scheduled.Description, pattern, SearchPattern.Escape) || row.Scheduled.Amount == amount || row.Scheduled.Amount == -amount)
                : found.Where(row => EF.Functions.Like(row.Scheduled.Description, pattern, SearchPattern.Escape));
        }

        if (scheduleType is not null)
        {
            found = found.Where(row => row.TypeName == scheduleType);
        }

        var total = await database.ScheduledTransactions.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Sorted.Sort(found, query.Order).Page(query).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<ScheduledDetails>(total, filtered, [.. rows.Select(Details)]);
    }

    /// <summary>Reads a scheduled transaction with one SQL statement.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The scheduled transaction; null when there is none with that id.</returns>
    public async Task<ScheduledDetails?> FindAsync(int id, CancellationToken cancellationToken) =>
        await Rows().Where(row => row.Scheduled.Id == id).AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } row ? Details(row) : null;

    private static ScheduledDetails Details(Row row) => new()
    {
        Id = row.Scheduled.Id,
        Description = row.Scheduled.Description,
        Amount = row.Scheduled.Amount,
        SalesTax = row.Scheduled.SalesTax,
        AccountId = row.Scheduled.AccountId,
        AccountName = row.AccountName,
        BudgetId = row.Scheduled.BudgetId,
        BudgetName = row.BudgetName,
        IsIncome = row.IsIncome == true,
        Notes = row.Scheduled.Notes,
        IsActive = row.Scheduled.IsActive,
        Schedule = StoredSchedule.Of(row.Scheduled),
    };

    // The first part that is set is the type, as in Schedule.Type.
    private IQueryable<Row> Rows() =>
        from scheduled in database.ScheduledTransactions
        join account in database.Accounts on scheduled.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join budget in database.Budgets on scheduled.BudgetId equals budget.Id into budgets
        from budget in budgets.DefaultIfEmpty()
        select new Row
        {
            Scheduled = scheduled,
            AccountName = account.Name,
            BudgetName = budget.Name,
            IsIncome = budget.IsIncome,
            TypeName = scheduled.Date != null ? "date"
                : scheduled.DayOfMonth != null ? "monthly"
                : scheduled.NumberPerPeriod != null ? "per period"
                : scheduled.DayOfWeek != null ? "weekly"
                : scheduled.AnnualMonth != null ? "annual"
                : null,
            Kind = scheduled.Date != null ? 2
                : scheduled.DayOfMonth != null ? 3
                : scheduled.NumberPerPeriod != null ? 1
                : scheduled.DayOfWeek != null ? 4
                : scheduled.AnnualMonth != null ? 5
                : 6,
            Number = scheduled.Date != null ? 0
                : scheduled.DayOfMonth != null ? scheduled.DayOfMonth.Value
                : scheduled.NumberPerPeriod != null ? scheduled.NumberPerPeriod.Value
                : scheduled.DayOfWeek != null ? scheduled.DayOfWeek.Value
                : scheduled.AnnualMonth != null ? (scheduled.AnnualMonth.Value * 100) + (int)(scheduled.AnnualDay ?? 0)
                : 0,
        };

    private sealed class Row
    {
        public required ScheduledTransaction Scheduled { get; init; }

        public string? AccountName { get; init; }

        public string? BudgetName { get; init; }

        public bool? IsIncome { get; init; }

        public string? TypeName { get; init; }

        public int Kind { get; init; }

        public int Number { get; init; }
    }
}
