using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Calendar;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The number of SQL statements behind a page is a constant, never a function of the number of rows (design.md, Storage). Statements that go to the database together count once.</summary>
public sealed class StatementCountTests(LargeDatabases large) : IClassFixture<LargeDatabases>
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);

    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    private static readonly PayCalendar Calendar = PayCalendar.Fortnightly(new DateOnly(2017, 7, 21));
    private static readonly PayPeriod Current = Calendar.Containing(new DateOnly(2017, 7, 21));

    [Theory]
    [OnBothEngines]
    public async Task Pages_send_the_same_few_statements_over_little_and_much_data(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var empty = await CountAsync(database);
        await using (var context = database.CreateContext())
        {
            await VectorWorld.LoadAsync(context, JsonDocument.Parse("""{"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}], "budgets": [{"id": 1, "name": "b"}]}""").RootElement);
        }

        var small = await CountAsync(database);
        Assert.Equal(empty, small);
        Assert.Equal(small, await CountAsync(await large.OnAsync(engine)));
        Assert.Equal(new Counts(PeriodPage: 2, Home: 3, ListOfPeriods: 1, Notifications: 2, BalanceChart: 2), small);
    }

    [Theory]
    [OnBothEngines]
    public async Task Grouped_sums_over_much_data_are_those_of_adding_row_by_row(DatabaseEngine engine)
    {
        var database = await large.OnAsync(engine);
        await using var context = database.CreateContext();
        var begin = new DateOnly(2016, 1, 1);
        var transactions = await context.Transactions.AsNoTracking().Include(t => t.Splits).ToListAsync();
        var bankTransactions = await context.BankTransactions.AsNoTracking().ToListAsync();
        var reconciliations = await context.Reconciliations.AsNoTracking().ToListAsync();
        var budgets = await context.Budgets.AsNoTracking().ToDictionaryAsync(b => b.Id);
        var takesPart = await context.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.IsReconciled);

        var view = (await new PayPeriodForecast(context).ReadAsync(Calendar.From(Calendar.Plus(Current, -40), 2), Today, default))[1];
        var ofPeriod = transactions.Where(t => view.Period.Contains(t.Date!.Value)).ToList();
        Assert.NotEmpty(ofPeriod);
        Assert.Equal(ofPeriod.Select(t => t.Id).Order(), view.Entries.Where(e => e.Kind == PeriodEntryKind.Transaction).Select(e => e.Id).Order());
        Assert.Equal(ofPeriod.SelectMany(t => t.Splits).Where(s => budgets[s.BudgetId!.Value] is { IsPeriodic: true, IsIncome: not true }).Sum(s => s.Amount), view.Totals.Spent);

        var done = reconciliations.Select(r => r.TransactionId).ToHashSet();
        var open = transactions.Where(t => t.Date >= begin && t.Date <= Today && !done.Contains(t.Id)).ToLookup(t => t.AccountId, t => t.Splits.Sum(s => s.Amount));
        var accounts = await new AccountOverview(context).ReadActiveAsync(await context.OpenItemsAsync(begin), Now, 2, default);
        Assert.Contains(accounts, a => a.Unreconciled != 0);
        Assert.All(accounts, a => Assert.Equal(open[a.Id].Sum(), a.Unreconciled));

        var doneAtBank = reconciliations.Select(r => (r.BankAccountId, r.BankFitId)).ToHashSet();
        var figures = await new NotificationReader(context).ReadFiguresAsync(new NotificationContext(Now, Calendar, begin, 2), await context.OpenItemsAsync(begin), default);
        Assert.Equal(
            bankTransactions.Count(t => DateOnly.FromDateTime(t.DatePosted!.Value) >= begin && takesPart[t.AccountId] && !doneAtBank.Contains((t.AccountId, t.FitId))
                && t is { IsPayment: not true, IsLateFee: not true, IsInterestCharge: not true, IsOtherFee: not true, IsInterestPayment: not true }),
            figures.UnreconciledBankTransactions);
        Assert.Equal(budgets.Values.Where(b => b is { IsPeriodic: false, IsActive: true }).Sum(b => b.CurrentBalance), figures.Funds.Standing);
    }

    private static async Task<Counts> CountAsync(TestDatabase database)
    {
        var counter = new StatementCounter();
        await using var context = database.CreateContext(counter.Attach);
        var open = await context.OpenItemsAsync(new DateOnly(2017, 1, 1));
        return new Counts(
            PeriodPage: await counter.CountAsync(async () =>
            {
                await new PayPeriodForecast(context).ReadAsync(Current.FromTheOneBefore(5), Today, default);
                await new StandingBudgets(context).ReadActiveAsync(default);
            }),
            Home: await counter.CountAsync(async () =>
            {
                await new PayPeriodForecast(context).ReadAsync(Calendar.From(Current, 9), Today, default);
                await new StandingBudgets(context).ReadActiveAsync(default);
                await new AccountOverview(context).ReadActiveAsync(open, Now, 2, default);
            }),
            ListOfPeriods: await counter.CountAsync(() => new PayPeriodForecast(context).ReadAsync(Current.FromTheOneBefore(10), Today, default)),
            Notifications: await counter.CountAsync(() => new NotificationReader(context).ReadAsync(new NotificationContext(Now, Calendar, new DateOnly(2017, 1, 1), 2), open, default)),
            BalanceChart: await counter.CountAsync(() => new BalanceHistory(context).ReadAsync(default)));
    }

    private sealed record Counts(int PeriodPage, int Home, int ListOfPeriods, int Notifications, int BalanceChart);
}
