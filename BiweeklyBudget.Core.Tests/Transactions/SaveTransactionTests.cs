using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Transactions;

public sealed class SaveTransactionTests
{
    private const string Url = "/forms/transaction";

    [Theory]
    [OnBothEngines]
    public async Task A_new_transaction_is_stored_with_its_splits_in_the_order_given(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var form = EverydayWorld.Transaction((4, 25.05m), (1, 50.05m), (2, 25m));
        form["description"] = "  padded \ud83d\ude00 ";
        form["notes"] = " n ";
        form["sales_tax"] = "1.5";
        var result = await world.SubmitAsync(Url, form);
        Assert.Equal("Successfully saved Transaction 1  in database.", result.Success());
        var stored = await world.TransactionAsync(result.SavedId());
        Assert.Equal((new DateOnly(2017, 7, 25), "padded \ud83d\ude00", "n", 1, 1.5m), (stored.Date!.Value, stored.Description, stored.Notes, stored.AccountId!.Value, stored.SalesTax));
        Assert.Equal((null, null, null, null), (stored.BudgetedAmount, stored.PlannedBudgetId, stored.ScheduledTransactionId, stored.TransferId));
        Assert.Equal([(4, 25.05m), (1, 50.05m), (2, 25m)], stored.Splits.Select(s => (s.BudgetId!.Value, s.Amount)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Standing_balances_follow_a_split_that_is_added_changed_moved_and_dropped(DatabaseEngine engine)
    {
        // The example of spec/domain.md §8.
        await using var world = await EverydayWorld.CreateAsync(engine);
        var id = (await world.SubmitAsync(Url, EverydayWorld.Transaction((3, 10m), (4, 5m)))).SavedId();
        await Expect(1607.56m, 9477.29m);
        await Edit((4, 7m));
        await Expect(1617.56m, 9475.29m);
        await Edit((3, 7m));
        await Expect(1610.56m, 9482.29m);
        await Edit((1, 7m));
        await Expect(1617.56m, 9482.29m);

        async Task Edit(params (int, decimal)[] splits)
        {
            var form = EverydayWorld.Transaction(splits);
            form["id"] = id;
            Assert.Equal(id, (await world.SubmitAsync(Url, form)).SavedId());
        }

        async Task Expect(decimal holiday, decimal repairs) => Assert.Equal((holiday, repairs), (await world.BalanceAsync(3), await world.BalanceAsync(4)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_standing_budget_without_a_balance_starts_at_zero(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        (await world.SubmitAsync(Url, EverydayWorld.Transaction((6, 12.3456m)))).SavedId();
        Assert.Equal(-12.3456m, await world.BalanceAsync(6));
    }

    [Theory]
    [OnBothEngines]
    public async Task Two_splits_of_one_budget_in_old_data_become_one_and_the_balance_stays_right(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.Transactions.Add(new Transaction { Description = "old", AccountId = 1, Date = new(2017, 7, 1), Splits = { new() { BudgetId = 3, Amount = 4m }, new() { BudgetId = 3, Amount = 6m } } });
            return Task.CompletedTask;
        });
        var form = EverydayWorld.Transaction((3, 1m));
        form["id"] = "1";
        (await world.SubmitAsync(Url, form)).SavedId();
        Assert.Equal(1617.56m + 10m - 1m, await world.BalanceAsync(3));
        Assert.Equal(new() { [3] = 1m }, await world.SplitsAsync(1));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_reconciled_transaction_cannot_be_edited(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var form = EverydayWorld.Transaction((3, 1m));
        var id = (await world.SubmitAsync(Url, form)).SavedId();
        await world.ChangeAsync(context =>
        {
            context.Reconciliations.Add(new Reconciliation { TransactionId = id });
            return Task.CompletedTask;
        });
        form["id"] = id;
        Assert.Equal("Transaction 1 is already reconciled; cannot be edited.", (await world.SubmitAsync(Url, form)).Failure());
    }

    [Theory]
    [OnBothEngines]
    public async Task An_inactive_budget_may_stay_and_may_not_come(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        Assert.Equal(("budgets", "New transactions cannot use an inactive budget (Old)."), (await world.SubmitAsync(Url, EverydayWorld.Transaction((5, 1m)))).OnlyError());
        var id = (await world.SubmitAsync(Url, EverydayWorld.Transaction((4, 1m)))).SavedId();
        var edit = EverydayWorld.Transaction((5, 1m));
        edit["id"] = id;
        Assert.Equal(("budgets", "Existing transactions cannot be changed to use an inactive budget (Old)."), (await world.SubmitAsync(Url, edit)).OnlyError());
        await world.ChangeAsync(async context => (await context.Budgets.FindAsync(4))!.IsActive = false);
        var keep = EverydayWorld.Transaction((4, 2m));
        keep["id"] = id;
        (await world.SubmitAsync(Url, keep)).SavedId();
        Assert.Equal(9480.29m, await world.BalanceAsync(4));
    }

    [Fact]
    public async Task Everything_wrong_is_reported_at_once_and_nothing_is_stored()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var result = await world.SubmitAsync(Url, new FormValues
        {
            ["id"] = "",
            ["date"] = "",
            ["amount"] = "10.50",
            ["description"] = " ",
            ["account"] = "None",
            ["budgets"] = new FormValues { ["98"] = "1", ["5"] = "2", ["1"] = "3" },
            ["extra"] = "x",
        });
        var errors = Assert.IsType<FormAnswer.Refused>(result).Errors;
        Assert.Equal(["id", "date", "amount", "description", "account", "budgets", "extra"], errors.Keys);
        Assert.Equal(["Transactions must have a date", "Date \"\" is not valid (YYYY-MM-DD)"], errors["date"]);
        Assert.Equal(["Description cannot be empty"], errors["description"]);
        Assert.Equal(["Transactions must have an account"], errors["account"]);
        Assert.Equal(
            ["Budget ID 98 is invalid.", "New transactions cannot use an inactive budget (Old).", "Sum of all budget amounts (6.0) must equal Transaction amount (10.50)."],
            errors["budgets"]);
        Assert.Empty(errors["amount"]);
        Assert.Empty(await world.ReadAsync(context => Task.FromResult(context.Transactions.ToList())));
    }

    [Theory]
    [InlineData("id", "x", "id", "Invalid integer value: \"x\"")]
    [InlineData("id", "99999999999", "id", "Invalid integer value: \"99999999999\"")]
    [InlineData("amount", "abc", "amount", "Invalid Decimal value: \"abc\"")]
    [InlineData("amount", "", "amount", "Invalid Decimal value: \"\"")]
    [InlineData("amount", "1e2", "amount", "Invalid Decimal value: \"1e2\"")]
    [InlineData("amount", "NaN", "amount", "Invalid Decimal value: \"NaN\"")]
    [InlineData("amount", "100000000000000", "amount", "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999")]
    [InlineData("date", "1899-12-31", "date", "Dates must lie between 1900-01-01 and 2200-12-31")]
    [InlineData("amount", "1.00005", "amount", "Invalid Decimal value: \"1.00005\"")]
    [InlineData("amount", "2", "budgets", "Sum of all budget amounts (1.0) must equal Transaction amount (2).")]
    [InlineData("sales_tax", "x", "sales_tax", "Invalid Decimal value: \"x\"")]
    [InlineData("account", "one", "account", "Invalid integer value: \"one\"")]
    [InlineData("date", "2021-02-30", "date", "Date \"2021-02-30\" is not valid (YYYY-MM-DD)")]
    [InlineData("budgets", "1", "budgets", "Transactions must have a budget.")]
    public async Task A_bad_value_is_an_error_of_its_field(string field, string value, string errorField, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = EverydayWorld.Transaction((1, 1m));
        form[field] = value;
        Assert.Equal((errorField, message), (await world.SubmitAsync(Url, form)).OnlyError());
    }

    [Fact]
    public async Task Splits_that_cannot_be_read_do_not_hide_what_is_wrong_with_the_others()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = EverydayWorld.Transaction((1, 1m));
        form["budgets"] = new FormValues { ["1"] = "abc", ["x"] = "1", ["98"] = "2", ["5"] = "3" };
        Assert.Equal(
            ["Invalid Decimal value: \"abc\"", "Budget ID x is invalid.", "Budget ID 98 is invalid.", "New transactions cannot use an inactive budget (Old)."],
            (await world.SubmitAsync(Url, form)).Errors()["budgets"]);
        form["budgets"] = new FormValues { ["x"] = "1", ["1"] = "2" };
        Assert.Equal(["Budget ID x is invalid.", "Sum of all budget amounts (3.0) must equal Transaction amount (1)."], (await world.SubmitAsync(Url, form)).Errors()["budgets"]);
    }

    [Fact]
    public async Task Bad_splits_are_errors_of_the_budgets()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Invalid Decimal value: \"abc\"", await ErrorOf(new FormValues { ["1"] = "abc" }));
        Assert.Equal("Transactions must have a budget.", await ErrorOf(new FormValues { ["None"] = "1" }));
        Assert.Equal("Budget ID x is invalid.", await ErrorOf(new FormValues { ["x"] = "1" }));
        Assert.Equal("Error: A given budget may only be specified once.", await ErrorOf(new FormValues { ["1"] = "0.5", ["01"] = "0.5" }));

        async Task<string> ErrorOf(FormValues budgets)
        {
            var form = EverydayWorld.Transaction((1, 1m));
            form["budgets"] = budgets;
            return (await world.SubmitAsync(Url, form)).OnlyError().Message;
        }
    }

    [Fact]
    public async Task Unknown_rows_are_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = EverydayWorld.Transaction((1, 1m));
        form["account"] = 99;
        Assert.Equal("Error: no Account with ID 99", (await world.SubmitAsync(Url, form)).Failure());
        form["id"] = "7";
        Assert.Equal("Error: no Transaction with ID 7", (await world.SubmitAsync(Url, form)).Failure());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_balance_that_the_column_cannot_hold_is_refused(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var result = await world.SubmitAsync(Url, EverydayWorld.Transaction((4, -99_999_999_999_999m)));
        Assert.Equal(("budgets", "The balance of budget Repairs would be out of range. Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999."), result.OnlyError());
        Assert.Equal(9482.29m, await world.BalanceAsync(4));
    }
}
