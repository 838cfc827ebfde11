namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>
/// What the figures of a range of days are read with, in the words of both engines. The statements go to the database together: each would be a turn to the server, which takes longer
/// than most of them.
/// </summary>
internal static class PeriodStatements
{
    /// <summary>The accounts' names, which would come again with each transaction otherwise.</summary>
    private const string Accounts = "SELECT id, name FROM accounts;\n";

    /// <summary>Transactions of the days, each as often as it has splits.</summary>
    private const string Transactions =
        """
        SELECT t.id, s.id, s.budget_id, s.amount, t.date, t.description, t.sales_tax, t.budgeted_amount, t.planned_budget_id, t.notes, t.account_id, r.id, t.scheduled_trans_id, o.description, o.num_per_period
        FROM transactions AS t
        LEFT JOIN budget_transactions AS s ON s.trans_id = t.id
        LEFT JOIN txn_reconciles AS r ON r.txn_id = t.id
        LEFT JOIN scheduled_transactions AS o ON o.id = t.scheduled_trans_id
        WHERE t.date >= {0} AND t.date <= {1};

        """;

    /// <summary>Years of past one-time schedules stay in the table; only the recurring ones and those of the range are read.</summary>
    private const string Schedules =
        """
        SELECT o.id, o.date, o.day_of_month, o.num_per_period, o.day_of_week, o.annual_month, o.annual_day, o.description, o.amount, o.account_id, o.budget_id, o.sales_tax, o.notes
        FROM scheduled_transactions AS o
        WHERE o.is_active = 1 AND (o.date IS NULL OR (o.date >= {0} AND o.date <= {1}));

        """;

    private const string Budgets = "SELECT id, name, is_periodic, is_active, is_income, starting_balance, current_balance FROM budgets;\n";

    /// <summary>The statements for who knows the budgets already.</summary>
    public const string WithoutBudgets = Accounts + Transactions + Schedules;

    /// <summary>All of them.</summary>
    public const string WithBudgets = WithoutBudgets + Budgets;
}
