using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Budgets;

public sealed class SaveBudgetTests
{
    private const string Url = "/forms/budget";

    [Theory]
    [OnBothEngines]
    public async Task A_new_budget_takes_the_balance_of_its_kind_and_the_stated_defaults(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var id = (await world.SubmitAsync(Url, new FormValues { ["name"] = " Gifts ", ["is_periodic"] = "false", ["starting_balance"] = "1", ["current_balance"] = 45.5m })).SavedId();
        var budget = await world.ReadAsync(context => context.Budgets.SingleAsync(b => b.Id == id));
        Assert.Equal(("Gifts", "", false, null, 45.5m), (budget.Name, budget.Description, budget.IsPeriodic!.Value, budget.StartingBalance, budget.CurrentBalance));
        Assert.Equal((true, false, false), (budget.IsActive, budget.IsIncome, budget.IsOmittedFromGraphs));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_name_is_unique_whatever_its_case_and_may_stay(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        Assert.Equal(("name", "Name must be unique"), (await world.SubmitAsync(Url, Standing(3, "repairs", 1m))).OnlyError());
        Assert.Equal("Successfully saved Budget 4 in database.", (await world.SubmitAsync(Url, Standing(4, "REPAIRS", 1m))).Success());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_form_that_did_not_touch_the_balance_leaves_what_others_booked(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 17.56m)));
        var form = Standing(3, "Journey", 1617.56m);
        form["current_balance_was"] = "1617.56";
        (await world.SubmitAsync(Url, form)).SavedId();
        Assert.Equal(1600m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_balance_edited_in_a_form_that_was_opened_before_another_change_is_refused(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 17.56m)));
        var form = Standing(3, "Holiday", 2000m);
        form["current_balance_was"] = "1617.56";
        Assert.Equal(("current_balance", "The balance has changed to 1600.00 since this form was opened; please close the form, open it again and check."), (await world.SubmitAsync(Url, form)).OnlyError());
        form["current_balance_was"] = "1600";
        (await world.SubmitAsync(Url, form)).SavedId();
        Assert.Equal(2000m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task A_form_that_does_not_say_what_the_balance_was_sets_it()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        (await world.SubmitAsync(Url, Standing(3, "Holiday", -5m))).SavedId();
        Assert.Equal(-5m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task Switching_the_kind_of_a_budget_with_transactions_warns()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = new FormValues { ["id"] = 3, ["name"] = "Holiday", ["is_periodic"] = true, ["starting_balance"] = "5" };
        Assert.Empty(Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync(Url, form)).Warnings);
        await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 1m)));
        var back = Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync(Url, Standing(3, "Holiday", 5m)));
        Assert.Contains("Holiday", Assert.Single(back.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", " ", "name", "Name cannot be empty")]
    [InlineData("name", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "name", "Cannot be longer than 50 characters")]
    [InlineData("is_periodic", "", "is_periodic", "Budget must be periodic or standing")]
    [InlineData("is_periodic", "maybe", "is_periodic", "Invalid boolean value: \"maybe\"")]
    [InlineData("is_periodic", "true", "starting_balance", "Starting balance must be specified for periodic budgets.")]
    [InlineData("current_balance", " ", "current_balance", "Current balance must be specified for standing budgets.")]
    [InlineData("current_balance", "lots", "current_balance", "Invalid Decimal value: \"lots\"")]
    [InlineData("is_income", "2", "is_income", "Invalid boolean value: \"2\"")]
    public async Task A_bad_value_is_an_error_of_its_field(string field, string value, string errorField, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = Standing(3, "Holiday", 5m);
        form[field] = value;
        Assert.Equal((errorField, message), (await world.SubmitAsync(Url, form)).OnlyError());
    }

    [Fact]
    public async Task An_unknown_budget_is_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Error: no Budget with ID 99", (await world.SubmitAsync(Url, Standing(99, "New", 5m))).Failure());
    }

    private static FormValues Standing(int id, string name, decimal balance) =>
        new() { ["id"] = id, ["name"] = name, ["is_periodic"] = false, ["starting_balance"] = "", ["current_balance"] = balance };
}
