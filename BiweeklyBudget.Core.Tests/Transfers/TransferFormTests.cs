using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Transfers;

/// <summary>The spelling of the transfer forms and the wording of their replies.</summary>
public sealed class TransferFormTests
{
    private const string OfBudgets = "/forms/budget_transfer";
    private const string OfAccounts = "/forms/account_transfer";

    [Theory]
    [OnBothEngines]
    public async Task A_budget_transfer_makes_two_linked_and_reconciled_halves(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var result = await world.SubmitAsync(OfBudgets, BudgetForm());
        Assert.Equal("Successfully saved Transactions 1 and 2 in database.", result.Success());
        const string description = "Budget Transfer - 123.450 from Holiday (3) to Repairs (4)";
        var (from, to) = (await world.TransactionAsync(1), await world.TransactionAsync(2));
        Assert.Equal((description, 1, 123.45m, 3, 2), (from.Description, from.AccountId!.Value, from.BudgetedAmount!.Value, from.PlannedBudgetId!.Value, from.TransferId!.Value));
        Assert.Equal((description, 1, -123.45m, 4, 1), (to.Description, to.AccountId!.Value, to.BudgetedAmount!.Value, to.PlannedBudgetId!.Value, to.TransferId!.Value));
        Assert.Equal((123.45m, -123.45m), (from.Splits.Single().Amount, to.Splits.Single().Amount));
        Assert.Equal((1494.11m, 9605.74m), (await world.BalanceAsync(3), await world.BalanceAsync(4)));
        var reconciliations = await world.ReadAsync(context => context.Reconciliations.OrderBy(r => r.Id).ToListAsync());
        Assert.Equal([(1, description, FormOperations.Now.UtcDateTime), (2, description, FormOperations.Now.UtcDateTime)], reconciliations.Select(r => (r.TransactionId!.Value, r.Note!, r.ReconciledAt!.Value)));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_account_transfer_leaves_its_budget_and_stays_open(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        Assert.Equal("Successfully saved Transactions 1 and 2 in database.", (await world.SubmitAsync(OfAccounts, AccountForm())).Success());
        var (from, to) = (await world.TransactionAsync(1), await world.TransactionAsync(2));
        Assert.Equal(("Account Transfer - 50 from Checking (1) to Savings (2)", 1, 2, 50m), (from.Description, from.AccountId!.Value, from.TransferId!.Value, from.Splits.Single().Amount));
        Assert.Equal((from.Description, 2, 1, -50m), (to.Description, to.AccountId!.Value, to.TransferId!.Value, to.Splits.Single().Amount));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        Assert.Empty(await world.ReadAsync(context => context.Reconciliations.ToListAsync()));
    }

    [Theory]
    [InlineData("date", "", "date", "Transactions must have a date")]
    [InlineData("date", "nope", "date", "Date \"nope\" is not valid (YYYY-MM-DD)")]
    [InlineData("amount", "0", "amount", "Amount cannot be zero")]
    [InlineData("amount", "-1", "amount", "Amount cannot be negative")]
    [InlineData("amount", "x", "amount", "Invalid Decimal value: \"x\"")]
    [InlineData("account", "None", "account", "Transactions must have an account")]
    [InlineData("from_budget", "None", "from_budget", "from_budget cannot be empty")]
    [InlineData("from_budget", "5", "from_budget", "from_budget must be active")]
    [InlineData("to_budget", "None", "to_budget", "to_budget cannot be empty")]
    [InlineData("to_budget", "99", "to_budget", "to_budget ID does not exist")]
    [InlineData("to_budget", "5", "to_budget", "to_budget must be active")]
    [InlineData("to_budget", "3", "to_budget", "from_budget and to_budget must be different")]
    public async Task A_bad_budget_transfer_is_an_error_of_its_field(string field, string value, string errorField, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = BudgetForm();
        form[field] = value;
        Assert.Equal((errorField, message), (await world.SubmitAsync(OfBudgets, form)).OnlyError());
    }

    [Theory]
    [InlineData("date", "", "date", "Transactions must have a date")]
    [InlineData("amount", "0", "amount", "Amount cannot be zero")]
    [InlineData("budget", "None", "budget", "Transactions must have a budget")]
    [InlineData("budget", "5", "budget", "Budget must be active")]
    [InlineData("from_account", "None", "from_account", "From Account cannot be empty")]
    [InlineData("from_account", "99", "from_account", "from_account ID does not exist")]
    [InlineData("from_account", "4", "from_account", "From Account must be active")]
    [InlineData("from_account", "3", "from_account", "From Account type is not transferrable")]
    [InlineData("to_account", "", "to_account", "To Account cannot be empty")]
    [InlineData("to_account", "99", "to_account", "to_account ID does not exist")]
    [InlineData("to_account", "4", "to_account", "To Account must be active")]
    [InlineData("to_account", "3", "to_account", "To Account type is not transferrable")]
    [InlineData("to_account", "1", "to_account", "From Account and To Account must be different")]
    public async Task A_bad_account_transfer_is_an_error_of_its_field(string field, string value, string errorField, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = AccountForm();
        form[field] = value;
        Assert.Equal((errorField, message), (await world.SubmitAsync(OfAccounts, form)).OnlyError());
    }

    [Fact]
    public async Task Unknown_rows_are_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Error: no Budget with ID 99", (await world.SubmitAsync(OfBudgets, With(BudgetForm(), "from_budget", "99"))).Failure());
        Assert.Equal("Error: no Account with ID 99", (await world.SubmitAsync(OfBudgets, With(BudgetForm(), "account", "99"))).Failure());
        Assert.Equal("Error: no Budget with ID 99", (await world.SubmitAsync(OfAccounts, With(AccountForm(), "budget", "99"))).Failure());
    }

    private static FormValues With(FormValues form, string field, string value)
    {
        form[field] = value;
        return form;
    }

    private static FormValues BudgetForm() => new()
    {
        ["date"] = "2017-07-28",
        ["amount"] = "123.450",
        ["account"] = "1",
        ["from_budget"] = "3",
        ["to_budget"] = 4,
        ["notes"] = " why ",
    };

    private static FormValues AccountForm() => new()
    {
        ["date"] = "2017-07-28",
        ["amount"] = 50,
        ["budget"] = "3",
        ["from_account"] = "1",
        ["to_account"] = "2",
    };
}
