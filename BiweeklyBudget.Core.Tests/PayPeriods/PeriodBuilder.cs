using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Tests.Calendar;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

/// <summary>Builds the rows of a period by hand.</summary>
internal sealed class PeriodBuilder
{
    private readonly List<TransactionRow> _transactions = [];
    private readonly List<ScheduledRow> _scheduled = [];
    private readonly Dictionary<int, BudgetRow> _budgets = [];

    public PeriodBuilder Periodic(int id, decimal amount, bool isActive = true)
    {
        _budgets.Add(id, new BudgetRow(id, $"Budget {id}", IsPeriodic: true, IsStanding: false, isActive, IsIncome: false, amount, 0m));
        return this;
    }

    public PeriodBuilder Income(int id, decimal amount)
    {
        _budgets.Add(id, new BudgetRow(id, $"Budget {id}", IsPeriodic: true, IsStanding: false, IsActive: true, IsIncome: true, amount, 0m));
        return this;
    }

    public PeriodBuilder Standing(int id)
    {
        _budgets.Add(id, new BudgetRow(id, $"Budget {id}", IsPeriodic: false, IsStanding: true, IsActive: true, IsIncome: false, 0m, 1000m));
        return this;
    }

    public PeriodBuilder Transaction(DateOnly date, (int Budget, decimal Amount)[] splits, decimal? budgeted = null, int? planned = null, int? from = null)
    {
        _transactions.Add(new TransactionRow(
            _transactions.Count + 1, date, "transaction", budgeted, 1, "account", from, planned, null, 0m, null, [.. splits.Select(s => new SplitRow(s.Budget, s.Amount))]));
        return this;
    }

    public PeriodBuilder Scheduled(Schedule schedule, int budget, decimal amount)
    {
        _scheduled.Add(new ScheduledRow(_scheduled.Count + 1, schedule, "scheduled", amount, 1, "account", budget, 0m, null));
        return this;
    }

    public PayPeriodFigures Calculate(DateOnly start, DateOnly today) => PayPeriodForecast.Calculate([Fortnights.Beginning(start)], today, new PeriodRows(_transactions, _scheduled, _budgets))[0];
}
