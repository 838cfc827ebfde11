using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class AddedTransactionsTests
{
    [Theory]
    [OnBothEngines]
    public async Task Every_row_gets_the_id_that_it_is_stored_under(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);

        // More than one statement has room for, and some that have no splits or several of one budget.
        Transaction[] added = [.. Enumerable.Range(0, 300).Select(i => Made(i, i % 5))];
        await AddAsync(world, added, "SELECT 1");

        var stored = await world.ReadAsync(context => context.Transactions.AsNoTracking().Include(row => row.Splits).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(added.Select(Text), stored.Select(Text));
        Assert.Equal(300, stored.Select(row => row.Id).Distinct().Count());
    }

    [Fact]
    public async Task Ids_are_the_servers_also_where_it_counts_in_steps()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        Transaction[] added = [Made(1, 3), Made(2, 0), Made(3, 2)];
        await AddAsync(world, added, "SET SESSION auto_increment_increment=7, auto_increment_offset=3");

        var stored = await world.ReadAsync(context => context.Transactions.AsNoTracking().Include(row => row.Splits).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(added.Select(Text), stored.Select(Text));
        Assert.Equal([7, 7], added[0].Splits.Zip(added[0].Splits.Skip(1), (one, next) => next.Id - one.Id));
    }

    [Theory]
    [OnBothEngines]
    public async Task Balances_are_stored_with_them(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using (var context = world.Database.CreateContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var budgets = await context.Budgets.Where(budget => budget.Id == 3 || budget.Id == 6).OrderBy(budget => budget.Id).ToListAsync();
            (budgets[0].CurrentBalance, budgets[1].CurrentBalance) = (-99_999_999_999_999.9999m, null);
            await context.AddTransactionsAsync([Made(1, 1)], budgets, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var stored = await world.ReadAsync(context => context.Budgets.AsNoTracking().OrderBy(budget => budget.Id).Select(budget => budget.CurrentBalance).ToListAsync());
        Assert.Equal([null, null, -99_999_999_999_999.9999m, 9482.29m, 60m, null], stored);
    }

    private static async Task AddAsync(EverydayWorld world, IReadOnlyList<Transaction> added, string before)
    {
        await using var context = world.Database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Database.ExecuteSqlRawAsync(before);
        await context.AddTransactionsAsync(added, [], CancellationToken.None);
        await transaction.CommitAsync();
        Assert.Empty(context.ChangeTracker.Entries());
    }

    private static Transaction Made(int number, int splits)
    {
        var made = new Transaction
        {
            Date = number % 7 == 0 ? null : new DateOnly(2017, 1, 1).AddDays(number),
            BudgetedAmount = number % 3 == 0 ? null : number + 0.0001m,
            Description = $"Öl, {number} `'\"\\;{{0}} @p1 ☃",
            Notes = number % 2 == 0 ? null : "",
            AccountId = (number % 3) + 1,
            PlannedBudgetId = number % 4 == 0 ? 1 : null,
            SalesTax = number / 100m,
        };
        for (var split = 0; split < splits; split++)
        {
            made.Splits.Add(new TransactionSplit { BudgetId = (split % 2) + 1, Amount = (100m * number) - split });
        }

        return made;
    }

    private static string Text(Transaction row) =>
        FormattableString.Invariant($"{row.Id} {row.Date:O} {row.BudgetedAmount:0.0000} {row.Description} {row.Notes ?? "-"} {row.AccountId} {row.ScheduledTransactionId} {row.PlannedBudgetId} {row.TransferId} {row.SalesTax:0.0000}: ")
        + string.Join(", ", row.Splits.OrderBy(split => split.Id).Select(split => FormattableString.Invariant($"{split.Id} {split.TransactionId} {split.BudgetId} {split.Amount:0.0000}")));
}
