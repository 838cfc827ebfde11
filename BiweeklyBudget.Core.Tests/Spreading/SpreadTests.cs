using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Spreading;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Spreading;

/// <summary>
/// What is left over, spread over budgets. In <see cref="EverydayWorld"/> come: 7 Salary, for income and granted nothing, of which 1000 came in; 8 Bonus, for income and granted 400, of which
/// 450 came in; 9 Dining, granted 40 and 60 spent. So 1450 − (100 Food + 50 Fuel + 60 Dining) = 1240 are left over in the period from 2017-07-21 on.
/// </summary>
public sealed class SpreadTests
{
    private const int Food = 1, Fuel = 2, Holiday = 3, Old = 5, Salary = 7, Dining = 9;

    private static readonly DateOnly Day = new(2017, 7, 25);

    [Theory]
    [OnBothEngines]
    public async Task What_is_given_comes_off_what_is_left_over_and_is_stored_as_transfers_that_one_undo_takes_back(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await TableImages.TakeAsync(book.Database);
        var money = await book.Spreading.ReadAsync(Day);
        Assert.Equal((1240m, 1050m, false), (money.LeftOver, money.OffIncome, money.IsPast));
        Assert.Equal([(Food, 100m, 0m), (Fuel, 50m, 0m), (Dining, -20m, 20m), (3, 1617.56m, 0m), (4, 9482.29m, 0m), (6, 0m, 0m)], money.Budgets.Select(budget => (budget.Id, budget.Left, budget.Overspent)));

        var saved = (await book.Spreading.SaveAsync(Wanted(money, (Holiday, 700.5m), (Food, 30m)))).ValueOrThrow();

        Assert.Equal(new SavedSpread(2, 509.5m), saved);
        var change = book.LastChangeId!.Value;
        Assert.Equal(2318.06m, await world.BalanceAsync(Holiday));
        var figures = await PeriodAsync(book, Day);
        Assert.Equal((509.5m, 719.5m), (figures.Totals.Remaining, figures.Totals.Income));
        Assert.Equal((100m, -30m, 130m), figures.Budgets.Where(budget => budget.BudgetId == Food).Select(budget => (budget.Amount, budget.Spent, budget.Remaining)).Single());
        var made = await world.ReadAsync(context => context.Transactions.AsNoTracking().Include(row => row.Splits).Where(row => row.TransferId != null).OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(
            [(Salary, 700.5m), (Holiday, -700.5m), (Salary, 30m), (Food, -30m)],
            made.Select(row => (row.Splits.Single().BudgetId!.Value, row.Splits.Single().Amount)));
        Assert.All(made, row => Assert.Equal((new DateOnly(2017, 7, 28), 1, row.Splits.Single().Amount, row.Splits.Single().BudgetId), (row.Date!.Value, row.AccountId!.Value, row.BudgetedAmount!.Value, row.PlannedBudgetId)));
        Assert.Equal("Budget Transfer - 700.5 from Salary (7) to Holiday (3)", made[0].Description);
        Assert.Equal([made[1].Id, made[0].Id, made[3].Id, made[2].Id], made.Select(row => row.TransferId!.Value));
        Assert.Equal(made.Select(row => ((int?)row.Id, (string?)row.Description)), await world.ReadAsync(async context => (await context.Reconciliations.OrderBy(row => row.TransactionId).ToListAsync()).Select(row => (row.TransactionId, row.Note)).ToList()));

        (await book.Changes.UndoAsync(change)).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await TableImages.TakeAsync(book.Database)));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_taken_from_one_budget_goes_to_another_and_an_overspent_one_is_covered_for_nothing(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var money = await book.Spreading.ReadAsync(Day);
        var saved = (await book.Spreading.SaveAsync(Wanted(money, (Food, -60m), (Dining, 25m), (Holiday, 35m)))).ValueOrThrow();

        // The 20 that Dining was overspent are off already, and come from Food now.
        Assert.Equal(new SavedSpread(2, 1260m), saved);
        var figures = await PeriodAsync(book, Day);
        Assert.Equal(1260m, figures.Totals.Remaining);
        Assert.Equal([(Food, 40m), (Fuel, 50m), (Dining, 5m)], figures.Budgets.Where(budget => !budget.IsIncome).Select(budget => (budget.BudgetId, budget.Remaining)));
        Assert.Equal(1652.56m, await world.BalanceAsync(Holiday));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_granted_cannot_be_taken_off_the_income_and_is_charged_to_a_budget_that_has_nothing_left(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var money = await book.Spreading.ReadAsync(Day);
        var all = Wanted(money, (Holiday, 1240m));
        Assert.Equal([(nameof(Spread.ChargedBudgetId), ProblemCode.Missing)], Problems(await book.Spreading.SaveAsync(all)));
        Assert.Equal([(nameof(Spread.ChargedBudgetId), ProblemCode.WrongKind)], Problems(await book.Spreading.SaveAsync(all with { ChargedBudgetId = Food })));

        Assert.Equal(new SavedSpread(3, 0m), (await book.Spreading.SaveAsync(all with { ChargedBudgetId = Dining })).ValueOrThrow());

        var figures = await PeriodAsync(book, Day);
        Assert.Equal((0m, 400m), (figures.Totals.Remaining, figures.Totals.Income));
        Assert.Equal(-210m, figures.Budgets.Single(budget => budget.BudgetId == Dining).Remaining);
        Assert.Equal(2857.56m, await world.BalanceAsync(Holiday));
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_a_past_period_what_was_not_spent_is_left_over_and_goes_to_standing_budgets(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        var past = new DateOnly(2017, 7, 10);
        (await book.Transactions.SaveAsync(Booking(past, -500m, Salary))).ValueOrThrow();
        (await book.Transactions.SaveAsync(Booking(past, 70m, Food))).ValueOrThrow();

        // 500 + 400 granted − 70, of which Food has 30, Fuel 50 and Dining 40 of what they were granted.
        var money = await book.Spreading.ReadAsync(past);
        Assert.Equal((830m, 500m, 620m, true), (money.LeftOver, money.OffIncome, money.Uncharged, money.IsPast));
        Assert.Equal([("Shares[0].BudgetId", ProblemCode.WrongKind), ("Shares[1].Amount", ProblemCode.OutOfRange)], Problems(await book.Spreading.SaveAsync(Wanted(money, (Food, 1m), (Fuel, -1m)))));
        Assert.Equal(new SavedSpread(4, 530m), (await book.Spreading.SaveAsync(Wanted(money, (Holiday, 300m)))).ValueOrThrow());

        var figures = await PeriodAsync(book, past);
        Assert.Equal(530m, figures.Totals.Remaining);
        Assert.Equal([(Food, 0m), (Fuel, 0m), (Dining, 0m)], figures.Budgets.Where(budget => !budget.IsIncome).Select(budget => (budget.BudgetId, budget.Remaining)));
        Assert.All(await world.ReadAsync(context => context.Transactions.Where(row => row.TransferId != null).Select(row => row.Date).ToListAsync()), date => Assert.Equal(new DateOnly(2017, 7, 7), date));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_was_spread_by_others_meanwhile_is_not_spread_twice(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var book = world.OpenBook();
            return await book.Spreading.SaveAsync(new Spread { PeriodDay = Day, LeftOver = 1240m, Shares = [new(Holiday, 1000m)] });
        }));
        Assert.Single(outcomes.OfType<Outcome<SavedSpread>.Saved>());
        Assert.All(outcomes.OfType<Outcome<SavedSpread>.Refused>(), refused => Assert.Equal(ProblemCode.Outdated, refused.Reason.Code));
        Assert.Equal(2617.56m, await world.BalanceAsync(Holiday));
    }

    [Fact]
    public async Task What_is_wrong_names_its_place()
    {
        await using var world = await CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var money = await book.Spreading.ReadAsync(Day);
        Assert.Equal([("Shares", ProblemCode.Missing)], Problems(await book.Spreading.SaveAsync(Wanted(money))));
        Assert.Equal([("Shares", ProblemCode.TooMany)], Problems(await book.Spreading.SaveAsync(Wanted(money, [.. Enumerable.Range(1, 501).Select(id => (id, 1m))]))));
        Assert.Equal([("Shares[1].Amount", ProblemCode.OutOfRange), ("Shares", ProblemCode.Contradiction)], Problems(await book.Spreading.SaveAsync(Wanted(money, (Food, 1m), (Food, 0m)))));
        Assert.Equal([("Shares[0].BudgetId", ProblemCode.NotFound), ("Shares[1].BudgetId", ProblemCode.NotFound), ("Shares[2].Amount", ProblemCode.OutOfRange), ("Shares[3].Amount", ProblemCode.OutOfRange)], Problems(await book.Spreading.SaveAsync(Wanted(money, (Old, 1m), (Salary, 1m), (Food, -100.01m), (Holiday, -1m)))));
        Assert.Equal([("Shares", ProblemCode.SumDiffers)], Problems(await book.Spreading.SaveAsync(Wanted(money, (Food, -2m), (Holiday, 1m)))));
        Assert.Equal([("Shares", ProblemCode.OutOfRange)], Problems(await book.Spreading.SaveAsync(Wanted(money, (Holiday, 1240.01m)))));
        Assert.Equal(ProblemCode.Outdated, Assert.IsType<Outcome<SavedSpread>.Refused>(await book.Spreading.SaveAsync(Wanted(money, (Holiday, 1m)) with { LeftOver = 1240.01m })).Reason.Code);
        Assert.Equal([("Notes", ProblemCode.TooLong)], (await book.Spreading.CheckAsync(Wanted(money, (Holiday, 1m)) with { Notes = new string('n', 255) })).Select(problem => (problem.Property, problem.Code)));
        Assert.Equal(0, await world.ReadAsync(context => context.Transactions.CountAsync(row => row.TransferId != null)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Whatever_is_spread_is_what_was_promised_and_can_be_taken_back(DatabaseEngine engine)
    {
        await using var world = await CreateAsync(engine);
        await using var book = world.OpenBook();
        // Seeded, so that a failure can be repeated; no secret depends on it.
#pragma warning disable CA5394
        var random = new Random(38);
        decimal Amount(int most) => random.Next(1, most * 100) / 100m;
        DateOnly AnyDay() => new DateOnly(2017, 7, 7).AddDays(random.Next(0, 42));
        var spread = 0;
        for (var round = 0; round < 40; round++)
        {
            var (budget, isIncome) = random.Next(0, 7) switch { 0 or 1 or 2 => (Salary, true), 3 => (8, true), 4 => (Food, false), 5 => (Fuel, false), _ => (Dining, false) };
            (await book.Transactions.SaveAsync(Booking(AnyDay(), isIncome ? -Amount(900) : Amount(80), budget))).ValueOrThrow();
            var day = AnyDay();
            var money = await book.Spreading.ReadAsync(day);
            var command = Random(money, random);
            if (command.Shares.Count == 0)
            {
                continue;
            }

            var (images, before, accounts) = (await TableImages.TakeAsync(book.Database), await PeriodAsync(book, day), await AccountsAsync(world));
            var balances = await BalancesAsync(world);
            var saved = (await book.Spreading.SaveAsync(command)).ValueOrThrow();
            var (change, after) = (book.LastChangeId!.Value, await PeriodAsync(book, day));
            spread++;

            Assert.Equal(money.LeftOver - command.Shares.Sum(share => money.Budgets.Single(row => row.Id == share.BudgetId).CostOf(share.Amount)), saved.LeftOver);
            Assert.Equal(saved.LeftOver, after.Totals.Remaining);
            Assert.Equal(accounts, await AccountsAsync(world));
            Assert.Equal(balances.ToDictionary(row => row.Key, row => row.Value + command.Shares.Where(share => share.BudgetId == row.Key).Sum(share => share.Amount)), await BalancesAsync(world));
            foreach (var row in money.IsPast ? [] : before.Budgets.Where(row => !row.IsIncome && row.BudgetId != command.ChargedBudgetId))
            {
                Assert.Equal(row.Remaining + command.Shares.Where(share => share.BudgetId == row.BudgetId).Sum(share => share.Amount), after.Budgets.Single(other => other.BudgetId == row.BudgetId).Remaining);
            }

            if (random.Next(0, 2) == 0)
            {
                (await book.Changes.UndoAsync(change)).ValueOrThrow();
                Assert.Empty(TableImages.Difference(images, await TableImages.TakeAsync(book.Database)));
                Assert.Equal(before.Totals, (await PeriodAsync(book, day)).Totals);
            }
        }

        Assert.InRange(spread, 15, 40);
    }

    // Takes something where there is something, gives no more than that and what is left over.
    private static Spread Random(SpreadableMoney money, Random random)
    {
        var shares = new List<SpreadShare>();
        var taken = 0m;
        foreach (var budget in money.Budgets.Where(budget => budget is { IsTarget: true, Takeable: > 0 } && random.Next(0, 4) == 0))
        {
            var amount = decimal.Round(budget.Takeable * random.Next(1, 101) / 100m, 2, MidpointRounding.ToZero);
            shares.AddRange(amount > 0 ? [new SpreadShare(budget.Id, -amount)] : []);
            taken += amount;
        }

        var (rest, targets) = (taken + Math.Max(0m, money.LeftOver), money.Budgets.Where(budget => budget.IsTarget && shares.All(share => share.BudgetId != budget.Id)).OrderBy(_ => random.Next()).ToList());
        foreach (var budget in targets)
        {
            // What was taken is given first, so that it all goes somewhere.
            var amount = shares.Any(share => share.Amount > 0) ? decimal.Round(rest * random.Next(0, 101) / 100m, 2, MidpointRounding.ToZero) : taken + decimal.Round((rest - taken) * random.Next(0, 101) / 100m, 2, MidpointRounding.ToZero);
            shares.AddRange(amount > 0 ? [new SpreadShare(budget.Id, amount)] : []);
            rest -= amount;
        }
#pragma warning restore CA5394

        var free = money.Budgets.FirstOrDefault(budget => budget.IsChargeable && shares.All(share => share.BudgetId != budget.Id));
        var uncharged = shares.Sum(share => share.Amount) <= money.Uncharged;
        return Wanted(money) with { Shares = shares.Exists(share => share.Amount > 0) && (uncharged || free is not null) ? shares : [], ChargedBudgetId = uncharged ? null : free?.Id };
    }

    private static Spread Wanted(SpreadableMoney money, params (int Budget, decimal Amount)[] shares) =>
        new() { PeriodDay = money.Period.Start.AddDays(3), LeftOver = money.LeftOver, Shares = [.. shares.Select(share => new SpreadShare(share.Budget, share.Amount))] };

    private static async Task<EverydayWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(async context =>
        {
            await context.ScheduledTransactions.ExecuteDeleteAsync();
            context.Budgets.AddRange(new Budget { Id = Salary, Name = "Salary", StartingBalance = 0m, IsIncome = true }, new Budget { Id = 8, Name = "Bonus", StartingBalance = 400m, IsIncome = true }, new Budget { Id = Dining, Name = "Dining", StartingBalance = 40m });
        });
        await using var book = world.OpenBook();
        foreach (var (amount, budget) in new[] { (-1000m, Salary), (-450m, 8), (60m, Dining) })
        {
            (await book.Transactions.SaveAsync(Booking(Day, amount, budget))).ValueOrThrow();
        }

        return world;
    }

    private static TransactionChange Booking(DateOnly date, decimal amount, int budget) => new() { Date = date, Amount = amount, Description = "Booked", AccountId = 1, Splits = [new Split(budget, amount)] };

    private static async Task<PayPeriodFigures> PeriodAsync(BudgetBook book, DateOnly day) => (await book.PayPeriods.ForecastAsync([book.Calendar.Containing(day)]))[0];

    private static Task<Dictionary<int, decimal>> BalancesAsync(EverydayWorld world) => world.ReadAsync(context => context.Budgets.Where(budget => budget.IsPeriodic == false).ToDictionaryAsync(budget => budget.Id, budget => budget.CurrentBalance ?? 0m));

    private static Task<Dictionary<int, decimal>> AccountsAsync(EverydayWorld world) => world.ReadAsync(async context =>
        (await context.Transactions.AsNoTracking().Include(row => row.Splits).ToListAsync()).GroupBy(row => row.AccountId!.Value).ToDictionary(rows => rows.Key, rows => rows.SelectMany(row => row.Splits).Sum(split => split.Amount)));

    private static List<(string?, ProblemCode)> Problems(Outcome<SavedSpread> outcome) => [.. Assert.IsType<Outcome<SavedSpread>.Invalid>(outcome).Problems.Select(problem => (problem.Property, problem.Code))];
}
