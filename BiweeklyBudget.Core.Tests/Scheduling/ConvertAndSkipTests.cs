using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Scheduling;

public sealed class ConvertAndSkipTests
{
    private const string Convert = "/forms/sched_to_trans";
    private const string Skip = "/forms/skip_sched_trans";

    [Theory]
    [OnBothEngines]
    public async Task A_conversion_keeps_the_plan_beside_what_was_paid(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        Assert.Equal("Successfully created Transaction 1 for ScheduledTransaction 2.", (await world.SubmitAsync(Convert, ConvertForm())).Success());
        var made = await world.TransactionAsync(1);
        Assert.Equal((2, -10m, 3, 2), (made.AccountId!.Value, made.BudgetedAmount!.Value, made.PlannedBudgetId!.Value, made.ScheduledTransactionId!.Value));
        Assert.Equal((3, -12.5m, 0m), (made.Splits.Single().BudgetId!.Value, made.Splits.Single().Amount, made.SalesTax));
        Assert.Equal(1630.06m, await world.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_conversion_keeps_its_texts_as_they_were_typed(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var form = ConvertForm();
        form["description"] = " paid ";
        form["notes"] = " spaces ";
        (await world.SubmitAsync(Convert, form)).SavedId();
        var made = await world.TransactionAsync(1);
        Assert.Equal((" paid ", " spaces "), (made.Description, made.Notes!));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_same_conversion_sent_again_is_refused_and_another_one_is_not(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        (await world.SubmitAsync(Convert, ConvertForm())).SavedId();
        Assert.Equal(
            "ScheduledTransaction 2 was already converted with the same values, to Transaction 1. Change the description or the notes to convert it again.",
            (await world.SubmitAsync(Convert, ConvertForm())).Failure());
        var another = ConvertForm();
        another["notes"] = "the second one";
        (await world.SubmitAsync(Convert, another)).SavedId();
        Assert.Equal(1642.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task The_date_must_lie_in_the_period_of_the_page_when_the_page_says_so()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = ConvertForm();
        form["payperiod_start_date"] = "2017-08-04";
        Assert.Equal(("date", "Date must be in current pay period"), (await world.SubmitAsync(Convert, form)).OnlyError());
        form["payperiod_start_date"] = "2017-07-21";
        (await world.SubmitAsync(Convert, form)).SavedId();
    }

    [Theory]
    [InlineData("id", "x", "Invalid integer value: \"x\"")]
    [InlineData("date", "bad", "Date \"bad\" is not valid (YYYY-MM-DD)")]
    [InlineData("payperiod_start_date", "bad", "Date \"bad\" is not valid (YYYY-MM-DD)")]
    [InlineData("description", "  ", "Description cannot be empty")]
    [InlineData("amount", "0", "Amount cannot be zero")]
    [InlineData("sales_tax", "x", "Invalid Decimal value: \"x\"")]
    public async Task A_bad_conversion_is_an_error_of_its_field(string field, string value, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = ConvertForm();
        form[field] = value;
        Assert.Equal((field, message), (await world.SubmitAsync(Convert, form)).OnlyError());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_skip_stands_on_the_first_day_of_its_period_and_is_reconciled(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var result = await world.SubmitAsync(Skip, new FormValues { ["id"] = "2", ["payperiod_start_date"] = "2017-08-01", ["notes"] = " not now " });
        Assert.Equal("Successfully created Transaction 1 to skip ScheduledTransaction 2.", result.Success());
        var made = await world.TransactionAsync(1);
        const string description = "Skip ScheduledTransaction 2 in period 2017-07-21";
        Assert.Equal((new DateOnly(2017, 7, 21), description, "not now", 0m, 3, 2), (made.Date!.Value, made.Description, made.Notes!, made.BudgetedAmount!.Value, made.PlannedBudgetId!.Value, made.ScheduledTransactionId!.Value));
        Assert.Equal((3, 0m), (made.Splits.Single().BudgetId!.Value, made.Splits.Single().Amount));
        var reconciliation = await world.ReadAsync(context => context.Reconciliations.SingleAsync());
        Assert.Equal((1, description, FormOperations.Now.UtcDateTime, null), (reconciliation.TransactionId!.Value, reconciliation.Note!, reconciliation.ReconciledAt!.Value, reconciliation.BankFitId));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));

        // A person sees what was skipped, wherever it is listed.
        await using var book = world.OpenBook();
        const string title = "Skipped: Refund (any day)";
        Assert.Equal((true, title), (await book.Transactions.FindAsync(1)) is { } details ? (details.IsSkipped, details.Title) : default);
        Assert.Equal(title, Assert.Single((await book.Transactions.ListAsync(new TableQuery(), filter: null)).Rows).Title);
        Assert.Equal(title, Assert.Single((await book.PayPeriods.ForecastAsync([book.Calendar.Containing(new DateOnly(2017, 7, 21))]))[0].Entries, entry => entry.IsSkipped).Title);
    }

    [Theory]
    [InlineData("notes", " ", "Notes cannot be empty")]
    [InlineData("payperiod_start_date", "x", "Date \"x\" is not valid (YYYY-MM-DD)")]
    [InlineData("id", "None", "Scheduled transaction cannot be empty")]
    public async Task A_bad_skip_is_an_error_of_its_field(string field, string value, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = new FormValues { ["id"] = "2", ["payperiod_start_date"] = "2017-07-21", ["notes"] = "x" };
        form[field] = value;
        Assert.Equal((field, message), (await world.SubmitAsync(Skip, form)).OnlyError());
    }

    [Theory]
    [OnBothEngines]
    public async Task The_same_skip_sent_again_is_refused_when_nothing_is_open_and_another_one_is_not(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var form = new FormValues { ["id"] = "2", ["payperiod_start_date"] = "2017-07-21", ["notes"] = "not now" };
        (await world.SubmitAsync(Convert, ConvertForm())).SavedId();
        (await world.SubmitAsync(Skip, form)).SavedId();

        // Any day of the period is the same period.
        form["payperiod_start_date"] = "2017-08-03";
        Assert.Equal(
            "ScheduledTransaction 2 was already skipped in period 2017-07-21 with the same notes, by Transaction 2, and nothing else of it is open there. Change the notes to skip it once more.",
            (await world.SubmitAsync(Skip, form)).Failure());
        form["notes"] = "Not now";
        Assert.Equal("Successfully created Transaction 3 to skip ScheduledTransaction 2.", (await world.SubmitAsync(Skip, form)).Success());
        form["notes"] = "not now";
        form["payperiod_start_date"] = "2017-08-04";
        Assert.Equal("Successfully created Transaction 4 to skip ScheduledTransaction 2.", (await world.SubmitAsync(Skip, form)).Success());
    }

    [Fact]
    public async Task A_schedule_that_does_not_occur_in_the_period_is_skipped_once_for_each_reason()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = new FormValues { ["id"] = "1", ["payperiod_start_date"] = "2017-07-21", ["notes"] = "just in case" };
        (await world.SubmitAsync(Skip, form)).SavedId();
        Assert.StartsWith("ScheduledTransaction 1 was already skipped", (await world.SubmitAsync(Skip, form)).Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_schedule_is_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = ConvertForm();
        form["id"] = "99";
        Assert.Equal("Error: no ScheduledTransaction with ID 99", (await world.SubmitAsync(Convert, form)).Failure());
        Assert.Equal("Error: no ScheduledTransaction with ID 99", (await world.SubmitAsync(Skip, new FormValues { ["id"] = 99, ["payperiod_start_date"] = "2017-07-21", ["notes"] = "x" })).Failure());
    }

    private static FormValues ConvertForm() => new()
    {
        ["id"] = "2",
        ["date"] = "2017-07-25",
        ["amount"] = "-12.5",
        ["sales_tax"] = "",
        ["description"] = "Refund",
        ["notes"] = "",
    };
}
