using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>
/// A small database to save forms into. Accounts: 1 Checking (Bank), 2 Savings (Bank), 3 Card (Credit), 4 Closed (Bank, inactive).
/// Budgets: 1 Food and 2 Fuel (periodic), 3 Holiday at 1617.56 and 4 Repairs at 9482.29 (standing), 5 Old (standing, inactive, 60),
/// 6 Unset (standing without a balance). Scheduled: 1 monthly on the 4th, 222.22 on Food; 2 twice a period, −10 on Holiday.
/// </summary>
internal sealed class EverydayWorld : IAsyncDisposable
{
    private EverydayWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<EverydayWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = new EverydayWorld(await TestDatabase.CreatedAsync(engine));
        await using var context = world.Database.CreateContext();
        context.AddRange(
            new Account { Id = 1, Name = "Checking", Type = AccountType.Bank },
            new Account { Id = 2, Name = "Savings", Type = AccountType.Bank },
            new Account { Id = 3, Name = "Card", Type = AccountType.Credit, CreditLimit = 2000m },
            new Account { Id = 4, Name = "Closed", Type = AccountType.Bank, IsActive = false },
            new Budget { Id = 1, Name = "Food", StartingBalance = 100m },
            new Budget { Id = 2, Name = "Fuel", StartingBalance = 50m },
            new Budget { Id = 3, Name = "Holiday", IsPeriodic = false, CurrentBalance = 1617.56m },
            new Budget { Id = 4, Name = "Repairs", IsPeriodic = false, CurrentBalance = 9482.29m },
            new Budget { Id = 5, Name = "Old", IsPeriodic = false, CurrentBalance = 60m, IsActive = false },
            new Budget { Id = 6, Name = "Unset", IsPeriodic = false },
            new PlaidItem { ItemId = "Item", LastUpdated = FormOperations.Now.UtcDateTime },
            new PlaidAccount { ItemId = "Item", AccountId = "One" },
            new PlaidAccount { ItemId = "Item", AccountId = "Two" });
        await context.SaveChangesAsync();
        context.AddRange(
            new ScheduledTransaction { Id = 1, Description = "Rent", Amount = 222.22m, AccountId = 1, BudgetId = 1, DayOfMonth = 4 },
            new ScheduledTransaction { Id = 2, Description = "Refund", Amount = -10m, AccountId = 2, BudgetId = 3, NumberPerPeriod = 2 });
        await context.SaveChangesAsync();
        return world;
    }

    public async Task<FormAnswer> SubmitAsync(string url, FormValues form)
    {
        await using var context = Database.CreateContext();
        return await FormOperations.SubmitAsync(context, url, form);
    }

    /// <summary>A book over the database, with the clock and the pay periods of the vectors.</summary>
    public BudgetBook OpenBook() => FormOperations.Book(Database.CreateContext());

    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, Task<T>> read)
    {
        await using var context = Database.CreateContext();
        return await read(context);
    }

    public Task ChangeAsync(Func<BudgetDbContext, Task> change) => ReadAsync(async context =>
    {
        await change(context);
        return await context.SaveChangesAsync();
    });

    public Task<decimal?> BalanceAsync(int budget) => ReadAsync(context => context.Budgets.Where(b => b.Id == budget).Select(b => b.CurrentBalance).SingleAsync());

    public Task<Transaction> TransactionAsync(int id) => ReadAsync(context => context.Transactions.Include(t => t.Splits.OrderBy(s => s.Id)).SingleAsync(t => t.Id == id));

    public Task<Dictionary<int, decimal>> SplitsAsync(int transaction) =>
        ReadAsync(context => context.TransactionSplits.Where(s => s.TransactionId == transaction).ToDictionaryAsync(s => s.BudgetId!.Value, s => s.Amount));

    /// <summary>A transaction form with the given splits, by budget id, and their sum as its amount.</summary>
    public static FormValues Transaction(params (int Budget, decimal Amount)[] splits)
    {
        var budgets = new FormValues();
        foreach (var (budget, amount) in splits)
        {
            budgets[budget.ToString(System.Globalization.CultureInfo.InvariantCulture)] = amount;
        }

        return new FormValues
        {
            ["date"] = "2017-07-25",
            ["amount"] = splits.Sum(split => split.Amount),
            ["description"] = "A purchase",
            ["account"] = "1",
            ["notes"] = "",
            ["sales_tax"] = "",
            ["budgets"] = budgets,
        };
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
