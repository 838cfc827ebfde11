using System.Data.Common;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests;

/// <summary>
/// Ten years of data up to 2017-07-28, made inside the database: 8 accounts, 32 budgets, 64 schedules, 20,000 transactions with
/// 30,000 splits, 20,000 bank transactions in 500 statements, most of both reconciled, and 20 projects with 400 items.
/// </summary>
public static class LargeData
{
    private const string Numbers =
        "(SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS n FROM digits a, digits b, digits c, digits d, digits e) numbers";

    public static async Task FillAsync(BudgetDbContext database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var isSqlite = database is SqliteBudgetDbContext;
        await database.Database.OpenConnectionAsync();
        await ExecuteAsync(database, isSqlite ? "PRAGMA foreign_keys = OFF" : "SET SESSION FOREIGN_KEY_CHECKS = 0");
        await ExecuteAsync(database, "CREATE TABLE digits (n INTEGER NOT NULL)");
        await ExecuteAsync(database, "INSERT INTO digits VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
        foreach (var statement in Rows(Day(isSqlite), Money(isSqlite), Text(isSqlite)))
        {
            await ExecuteAsync(database, statement);
        }

        await ExecuteAsync(database, "DROP TABLE digits");
        await ExecuteAsync(database, isSqlite ? "PRAGMA foreign_keys = ON" : "ANALYZE TABLE transactions, budget_transactions, txn_reconciles, ofx_trans");
        await database.Database.CloseConnectionAsync();
    }

    private static IEnumerable<string> Rows(Func<string, string> day, Func<string, string> money, Func<string, string> text) =>
    [
        $"INSERT INTO accounts (id, name, acct_type, is_active, reconcile_trans) SELECT n, {text("n")}, CASE n % 3 WHEN 0 THEN 'Bank' WHEN 1 THEN 'Credit' ELSE 'Cash' END, 1, 1 FROM {Numbers} WHERE n BETWEEN 1 AND 8",
        $"INSERT INTO budgets (id, name, is_periodic, is_active, is_income, starting_balance, current_balance) SELECT n, {text("n")}, CASE WHEN n <= 24 THEN 1 ELSE 0 END, 1, CASE WHEN n = 1 THEN 1 ELSE 0 END, {money("n * 25")}, {money("n * 100")} FROM {Numbers} WHERE n BETWEEN 1 AND 32",
        $"INSERT INTO scheduled_transactions (id, description, amount, sales_tax, account_id, budget_id, is_active, day_of_month) SELECT n, {text("n")}, {money("n")}, 0, 1 + n % 8, 1 + n % 24, 1, 1 + n % 28 FROM {Numbers} WHERE n BETWEEN 1 AND 64",
        $"INSERT INTO transactions (id, date, description, account_id, sales_tax) SELECT n, {day("n * 3652 / 20000")}, {text("n")}, 1 + n % 8, 0 FROM {Numbers} WHERE n BETWEEN 1 AND 20000",
        $"INSERT INTO budget_transactions (id, trans_id, budget_id, amount) SELECT n, n, 1 + n % 32, {money("1 + n % 90")} FROM {Numbers} WHERE n BETWEEN 1 AND 20000",
        $"INSERT INTO budget_transactions (id, trans_id, budget_id, amount) SELECT 20000 + n, n * 2, 1 + n % 31, {money("1 + n % 80")} FROM {Numbers} WHERE n BETWEEN 1 AND 10000",
        $"INSERT INTO ofx_statements (id, account_id, filename, as_of) SELECT n, 1 + n % 8, {text("n")}, {day("n * 7")} FROM {Numbers} WHERE n BETWEEN 1 AND 500",
        $"INSERT INTO account_balances (id, account_id, ledger, ledger_date, overall_date) SELECT n, 1 + n % 8, {money("n")}, {day("n * 7")}, {day("n * 7")} FROM {Numbers} WHERE n BETWEEN 1 AND 500",
        $"INSERT INTO ofx_trans (account_id, statement_id, fitid, date_posted, amount) SELECT 1 + n % 8, 1 + n / 41, {text("n")}, {day("n * 3652 / 20000")}, {money("n % 90")} FROM {Numbers} WHERE n BETWEEN 1 AND 20000",
        $"INSERT INTO txn_reconciles (id, txn_id, ofx_account_id, ofx_fitid) SELECT n, n, 1 + n % 8, {text("n")} FROM {Numbers} WHERE n BETWEEN 1 AND 19000",
        $"INSERT INTO projects (id, name, is_active, standing_budget_id) SELECT n, {text("n")}, 1, 25 + n % 8 FROM {Numbers} WHERE n BETWEEN 1 AND 20",
        $"INSERT INTO bom_items (id, project_id, name, quantity, unit_cost, is_active) SELECT n, 1 + n % 20, {text("n")}, n % 5, {money("n % 7")}, 1 FROM {Numbers} WHERE n BETWEEN 1 AND 400",
    ];

    private static Func<string, string> Day(bool isSqlite) =>
        isSqlite ? days => $"date('2007-07-29', '+' || ({days}) || ' days')" : days => $"DATE_ADD('2007-07-29', INTERVAL FLOOR({days}) DAY)";

    private static Func<string, string> Money(bool isSqlite) => isSqlite ? amount => $"({amount}) * 10000" : amount => amount;

    private static Func<string, string> Text(bool isSqlite) => isSqlite ? number => $"'no. ' || {number}" : number => $"CONCAT('no. ', {number})";

    private static async Task ExecuteAsync(BudgetDbContext database, string statement)
    {
        await using DbCommand command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
