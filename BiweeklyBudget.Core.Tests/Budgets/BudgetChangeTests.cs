using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Budgets;

/// <summary>Budgets as programs save them: by command.</summary>
public sealed class BudgetChangeTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_budget_saved_as_it_was_read_stays_as_it_was(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        await using var book = world.OpenBook();
        foreach (var budget in await book.Budgets.ListAsync())
        {
            Assert.Equal(budget.Id, (await book.Budgets.SaveAsync(budget.ToChange())).ValueOrThrow());
        }

        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_edit_changes_one_property_and_keeps_what_others_booked_meanwhile(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var read = (await book.Budgets.FindAsync(3))!;
        await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 17.56m)));

        (await book.Budgets.SaveAsync(read.ToChange() with { IsOmittedFromGraphs = true })).ValueOrThrow();

        Assert.Equal(read with { IsOmittedFromGraphs = true, CurrentBalance = 1600m }, await book.Budgets.FindAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task Everything_wrong_with_a_command_is_told_by_property_and_code(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var change = new BudgetChange { Id = 3, Name = "food", Description = new string('x', 255), Kind = BudgetKind.Standing };
        (string?, ProblemCode)[] expected = [(nameof(change.Description), ProblemCode.TooLong), (nameof(change.CurrentBalance), ProblemCode.Missing), (nameof(change.Name), ProblemCode.Taken)];

        Assert.Equal(expected, Assert.IsType<Outcome<int>.Invalid>(await book.Budgets.SaveAsync(change)).Problems.Select(problem => (problem.Property, problem.Code)));
        Assert.Equal(expected, (await book.Budgets.CheckAsync(change)).Select(problem => (problem.Property, problem.Code)));
    }

    [Fact]
    public async Task What_is_not_known_yet_is_not_judged()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = new BudgetChange { Id = 3, Name = "food", Kind = BudgetKind.Standing, CurrentBalance = 1m, CurrentBalanceWas = 2m };

        Assert.Equal([nameof(change.Name), nameof(change.CurrentBalance)], (await book.Budgets.CheckAsync(change)).Select(problem => problem.Property));
        Assert.Equal([nameof(change.CurrentBalance)], (await book.Budgets.CheckAsync(change, new HashSet<string> { nameof(change.Name) })).Select(problem => problem.Property));
        Assert.Equal([nameof(change.Name)], (await book.Budgets.CheckAsync(change, new HashSet<string> { nameof(change.CurrentBalanceWas) })).Select(problem => problem.Property));
    }

    [Fact]
    public async Task A_check_says_that_the_budget_does_not_exist_and_a_save_is_refused()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = new BudgetChange { Id = 99, Name = "New", Kind = BudgetKind.Periodic, StartingBalance = 5m };
        var reason = new Problem(null, ProblemCode.NotFound, "Error: no Budget with ID 99") { Plain = "This budget is not there any more: it was deleted meanwhile. Nothing was saved." };

        Assert.Equal(reason, Assert.Single(await book.Budgets.CheckAsync(change)));
        Assert.Equal(reason, Assert.IsType<Outcome<int>.Refused>(await book.Budgets.SaveAsync(change)).Reason);
        Assert.False(await world.ReadAsync(context => context.Budgets.AnyAsync(budget => budget.Name == "New")));
    }
}
