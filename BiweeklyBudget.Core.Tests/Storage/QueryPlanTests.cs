using System.Globalization;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Totals;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Every query of a hot page finds its rows by an index, however many there are (docs/performance.md).</summary>
public sealed class QueryPlanTests(HundredThousandRows rows) : IClassFixture<HundredThousandRows>
{
    private static readonly DateTime Now = HundredThousandRows.End.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
    private static readonly PayCalendar Calendar = PayCalendar.Fortnightly(HundredThousandRows.End.AddDays(-7));
    private static readonly DateOnly Begin = HundredThousandRows.End.AddDays(-200);

    private static readonly Dictionary<string, Func<BudgetDbContext, OpenItems, Task>> Hot = new()
    {
        ["pay period"] = async (context, _) => await new PayPeriodForecast(context).ReadAsync(Calendar.From(Calendar.Containing(HundredThousandRows.End), 5), HundredThousandRows.End, default),
        ["accounts"] = async (context, open) => await new AccountOverview(context).ReadActiveAsync(open, Now, 2, default),
        ["notifications"] = async (context, open) => await new NotificationReader(context).ReadAsync(new NotificationContext(Now, Calendar, Begin, 2), open, default),
        ["one transaction"] = async (context, _) => Assert.NotNull(await new TransactionReader(context).FindAsync(777, default)),
        ["first page of transactions"] = async (context, open) => await ListAsync(context, open, skip: 0),
        ["hundredth page of transactions"] = async (context, open) => await ListAsync(context, open, skip: 990),
        ["unreconciled transactions"] = async (context, open) => Assert.NotEmpty(await new UnreconciledReader(context, open).ReadTransactionsAsync(Begin, default)),
        ["unreconciled bank transactions"] = async (context, open) => Assert.NotEmpty(await new UnreconciledReader(context, open).ReadBankTransactionsAsync(Begin, default)),
    };

    public static TheoryData<DatabaseEngine, string> HotOnBothEngines()
    {
        var data = new TheoryData<DatabaseEngine, string>();
        foreach (var name in Hot.Keys)
        {
            data.Add(DatabaseEngine.MySql, name);
            data.Add(DatabaseEngine.Sqlite, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(HotOnBothEngines))]
    public async Task A_hot_query_reads_no_large_table_from_end_to_end(DatabaseEngine engine, string name)
    {
        var database = await rows.OnAsync(engine);
        var plans = new PlanRecorder("transactions", "budget_transactions", "ofx_trans", "txn_reconciles", "account_balances");
        await using var context = database.CreateContext(options => options.AddInterceptors(plans));
        OpenItems open;
        await using (var other = database.CreateContext())
        {
            open = await other.OpenItemsAsync(Begin);
        }

        await Hot[name](context, open);

        Assert.True(plans.Queries > 0);
        Assert.Empty(plans.FullScans);
    }

    // An index of the account would do for "no full scan" and still read a quarter of the table.
    [Theory]
    [OnBothEngines]
    public async Task Interest_charges_are_found_among_the_bank_transactions_of_the_last_days(DatabaseEngine engine)
    {
        var plans = new PlanRecorder("ofx_trans");
        await using var context = (await rows.OnAsync(engine)).CreateContext(options => options.AddInterceptors(plans));

        await new PayoffReader(context).ReadAsync(Now, default);

        Assert.Contains("bb_ix_ofx_trans_date_posted", Assert.Single(plans.Plans, plan => plan.Contains("ofx_trans", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_over_a_hundred_times_the_rows_has_the_server_look_at_hardly_more_of_them()
    {
        var (few, many) = (await HomeAsync(await rows.OnAsync(DatabaseEngine.MySql, 1_000)), await HomeAsync(await rows.OnAsync(DatabaseEngine.MySql)));

        Assert.InRange(many, 1, 2 * few);
    }

    /// <summary>How many rows the server reads for the figures of home and its notifications, when what is open is known.</summary>
    private static async Task<long> HomeAsync(TestDatabase database)
    {
        var totals = new RunningTotals(new FakeTimeProvider());
        await using var context = database.CreateContext();
        await context.Database.OpenConnectionAsync();
        var counter = new StatementCounter();
        do
        {
            // Until the server can tell a later write from those that filled the tables.
            counter.Reset();
            await using var another = database.CreateContext(counter.Attach);
            await another.Database.OpenConnectionAsync();
            await totals.ReadAsync(another, Begin, default);
        }
        while (counter.Count > 0);

        var before = await RowsReadAsync(context);
        var shared = new SharedReads();
        await new PayPeriodForecast(context, shared).ReadAsync(Calendar.From(Calendar.Containing(HundredThousandRows.End), 9), HundredThousandRows.End, default);
        await new NotificationReader(context, shared).ReadAsync(new NotificationContext(Now, Calendar, Begin, 2), await totals.ReadAsync(context, Begin, default), default);
        return await RowsReadAsync(context) - before;
    }

    private static async Task<long> RowsReadAsync(BudgetDbContext context)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT SUM(VARIABLE_VALUE) FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME LIKE 'Handler_read%' AND VARIABLE_NAME NOT LIKE '%_rnd%'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task ListAsync(BudgetDbContext context, OpenItems open, int skip)
    {
        var query = new TableQuery { Order = [new SortedColumn("date", IsDescending: true), new SortedColumn("amount", IsDescending: false)], Skip = skip, Take = 10 };
        Assert.Equal(10, (await new TransactionList(context, open).ReadAsync(query, new TransactionFilter(), default)).Rows.Count);
    }
}
