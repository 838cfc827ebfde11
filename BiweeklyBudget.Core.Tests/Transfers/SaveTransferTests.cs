using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Transfers;

public sealed class SaveTransferTests
{
    private static readonly DateOnly Day = new(2017, 7, 28);

    private static readonly BudgetTransfer OfBudgets = new() { Date = Day, Amount = 123.450m, AccountId = 1, FromBudgetId = 3, ToBudgetId = 4, Notes = "why" };

    private static readonly AccountTransfer OfAccounts = new() { Date = Day, Amount = 50m, BudgetId = 3, FromAccountId = 1, ToAccountId = 2 };

    /// <summary>Transfers that are refused, the property to blame, and why.</summary>
    private static readonly (Transfer Transfer, string Property, ProblemCode Code, string Message)[] Mistakes =
    [
        (OfBudgets with { Amount = 0m }, nameof(Transfer.Amount), ProblemCode.OutOfRange, "Amount cannot be zero"),
        (OfBudgets with { Amount = -1m }, nameof(Transfer.Amount), ProblemCode.OutOfRange, "Amount cannot be negative"),
        (OfBudgets with { Amount = 100_000_000_000_000m }, nameof(Transfer.Amount), ProblemCode.OutOfRange, "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999"),
        (OfBudgets with { Notes = new string('x', 255) }, nameof(Transfer.Notes), ProblemCode.TooLong, "Cannot be longer than 254 characters"),
        (OfBudgets with { FromBudgetId = 5 }, nameof(BudgetTransfer.FromBudgetId), ProblemCode.Inactive, "from_budget must be active"),
        (OfBudgets with { ToBudgetId = 99 }, nameof(BudgetTransfer.ToBudgetId), ProblemCode.NotFound, "to_budget ID does not exist"),
        (OfBudgets with { ToBudgetId = 5 }, nameof(BudgetTransfer.ToBudgetId), ProblemCode.Inactive, "to_budget must be active"),
        (OfBudgets with { ToBudgetId = 3 }, nameof(BudgetTransfer.ToBudgetId), ProblemCode.Contradiction, "from_budget and to_budget must be different"),
        (OfAccounts with { Date = default }, nameof(Transfer.Date), ProblemCode.OutOfRange, "Dates must lie between 1900-01-01 and 2200-12-31"),
        (OfAccounts with { Amount = 0m }, nameof(Transfer.Amount), ProblemCode.OutOfRange, "Amount cannot be zero"),
        (OfAccounts with { BudgetId = 5 }, nameof(AccountTransfer.BudgetId), ProblemCode.Inactive, "Budget must be active"),
        (OfAccounts with { FromAccountId = 99 }, nameof(AccountTransfer.FromAccountId), ProblemCode.NotFound, "from_account ID does not exist"),
        (OfAccounts with { FromAccountId = 4 }, nameof(AccountTransfer.FromAccountId), ProblemCode.Inactive, "From Account must be active"),
        (OfAccounts with { FromAccountId = 3 }, nameof(AccountTransfer.FromAccountId), ProblemCode.WrongKind, "From Account type is not transferrable"),
        (OfAccounts with { ToAccountId = 99 }, nameof(AccountTransfer.ToAccountId), ProblemCode.NotFound, "to_account ID does not exist"),
        (OfAccounts with { ToAccountId = 4 }, nameof(AccountTransfer.ToAccountId), ProblemCode.Inactive, "To Account must be active"),
        (OfAccounts with { ToAccountId = 3 }, nameof(AccountTransfer.ToAccountId), ProblemCode.WrongKind, "To Account type is not transferrable"),
        (OfAccounts with { ToAccountId = 1 }, nameof(AccountTransfer.ToAccountId), ProblemCode.Contradiction, "From Account and To Account must be different"),
    ];

    /// <summary>Transfers that name a row that does not exist, the property that does so, and the reason that is no property's.</summary>
    private static readonly (Transfer Transfer, string Property, string Reason)[] Unknown =
    [
        (OfBudgets with { AccountId = 99 }, nameof(BudgetTransfer.AccountId), "Error: no Account with ID 99"),
        (OfBudgets with { FromBudgetId = 99 }, nameof(BudgetTransfer.FromBudgetId), "Error: no Budget with ID 99"),
        (OfAccounts with { BudgetId = 99 }, nameof(AccountTransfer.BudgetId), "Error: no Budget with ID 99"),
    ];

    public static IEnumerable<object[]> AllMistakes() => Enumerable.Range(0, Mistakes.Length).Select(mistake => new object[] { mistake });

    [Theory]
    [OnBothEngines]
    public async Task A_budget_transfer_makes_two_linked_and_reconciled_halves(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        Assert.Equal(new SavedTransfer(1, 2), (await book.Transfers.SaveAsync(OfBudgets)).ValueOrThrow());
        const string description = "Budget Transfer - 123.450 from Holiday (3) to Repairs (4)";
        var (from, to) = (await world.TransactionAsync(1), await world.TransactionAsync(2));
        Assert.Equal((description, 1, 123.45m, 3, 2), (from.Description, from.AccountId!.Value, from.BudgetedAmount!.Value, from.PlannedBudgetId!.Value, from.TransferId!.Value));
        Assert.Equal((description, 1, -123.45m, 4, 1), (to.Description, to.AccountId!.Value, to.BudgetedAmount!.Value, to.PlannedBudgetId!.Value, to.TransferId!.Value));
        Assert.Equal((Day, "why", Day, "why"), (from.Date!.Value, from.Notes, to.Date!.Value, to.Notes));
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
        await using var book = world.OpenBook();
        Assert.Equal(new SavedTransfer(1, 2), (await book.Transfers.SaveAsync(OfAccounts)).ValueOrThrow());
        var (from, to) = (await world.TransactionAsync(1), await world.TransactionAsync(2));
        Assert.Equal(("Account Transfer - 50 from Checking (1) to Savings (2)", 1, 2, 50m), (from.Description, from.AccountId!.Value, from.TransferId!.Value, from.Splits.Single().Amount));
        Assert.Equal((from.Description, 2, 1, -50m), (to.Description, to.AccountId!.Value, to.TransferId!.Value, to.Splits.Single().Amount));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        Assert.Empty(await world.ReadAsync(context => context.Reconciliations.ToListAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_card_is_paid_on_a_budget_that_nobody_names(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var payment = OfAccounts with { BudgetId = null, ToAccountId = 3, AllowsCredit = true };
        Assert.Equal(new SavedTransfer(1, 2), (await book.Transfers.SaveAsync(payment)).ValueOrThrow());
        var (from, to) = (await world.TransactionAsync(1), await world.TransactionAsync(2));
        Assert.Equal((1, 1, 50m), (from.AccountId!.Value, from.Splits.Single().BudgetId!.Value, from.Splits.Single().Amount));
        Assert.Equal((3, 1, -50m), (to.AccountId!.Value, to.Splits.Single().BudgetId!.Value, to.Splits.Single().Amount));

        // Standing ones when no periodic one is active, income last, and none is a reason.
        await world.ChangeAsync(async context => await context.Budgets.Where(budget => budget.Id == 1).ForEachAsync(budget => budget.IsIncome = true));
        Assert.Equal(2, await BudgetOfNextAsync());
        await world.ChangeAsync(async context => await context.Budgets.Where(budget => budget.Id == 2).ForEachAsync(budget => budget.IsActive = false));
        Assert.Equal(3, await BudgetOfNextAsync());
        await world.ChangeAsync(async context => await context.Budgets.ForEachAsync(budget => budget.IsActive = false));
        Assert.Equal("A transfer needs a budget to stand on: please add one first.", Assert.IsType<Outcome<SavedTransfer>.Refused>(await book.Transfers.SaveAsync(payment)).Reason.Message);

        async Task<int?> BudgetOfNextAsync() => (await world.TransactionAsync((await book.Transfers.SaveAsync(payment)).ValueOrThrow().FromTransactionId)).Splits.Single().BudgetId;
    }

    [Theory]
    [OnBothEngines]
    public async Task Budgets_are_served_on_an_account_that_nobody_names(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var transfer = OfBudgets with { AccountId = null };
        Assert.Equal(1, await AccountOfNextAsync()); // the default one
        await world.ChangeAsync(async context => await context.Accounts.Where(account => account.Id == 1).ForEachAsync(account => account.IsActive = false));
        Assert.Equal(2, await AccountOfNextAsync()); // another bank
        await world.ChangeAsync(async context => await context.Accounts.Where(account => account.Id == 2).ForEachAsync(account => account.IsActive = false));
        Assert.Equal(3, await AccountOfNextAsync());
        await world.ChangeAsync(async context => await context.Accounts.ForEachAsync(account => account.IsActive = false));
        Assert.Equal("A transfer needs an account to stand on: please add one first.", Assert.IsType<Outcome<SavedTransfer>.Refused>(await book.Transfers.SaveAsync(transfer)).Reason.Message);

        async Task<int?> AccountOfNextAsync() => (await world.TransactionAsync((await book.Transfers.SaveAsync(transfer)).ValueOrThrow().FromTransactionId)).AccountId;
    }

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public async Task A_mistake_is_named_with_its_property_unless_its_value_is_unknown(int mistake)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var (transfer, property, code, message) = Mistakes[mistake];
        var expected = new[] { new Problem(property, code, message) };
        Assert.Equal(expected, Assert.IsType<Outcome<SavedTransfer>.Invalid>(await SaveAsync(book, transfer)).Problems);
        Assert.Equal(expected, await CheckAsync(book, transfer));
        Assert.Empty(await CheckAsync(book, transfer, property));
    }

    [Fact]
    public async Task Unknown_rows_are_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        foreach (var (transfer, property, message) in Unknown)
        {
            var kind = message.Contains("Account", StringComparison.Ordinal) ? "account" : "budget";
            var reason = new Problem(null, ProblemCode.NotFound, message) { Plain = $"This {kind} is not there any more: it was deleted meanwhile. Nothing was saved." };
            Assert.Equal(reason, Assert.IsType<Outcome<SavedTransfer>.Refused>(await SaveAsync(book, transfer)).Reason);
            Assert.Equal([reason], await CheckAsync(book, transfer));
            Assert.Empty(await CheckAsync(book, transfer, property));
        }
    }

    [Fact]
    public async Task Sides_are_not_compared_while_one_is_unknown()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        Assert.Empty(await CheckAsync(book, OfAccounts with { ToAccountId = 1 }, nameof(AccountTransfer.FromAccountId)));
        Assert.Empty(await CheckAsync(book, OfBudgets with { ToBudgetId = 3 }, nameof(BudgetTransfer.FromBudgetId)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_balance_that_would_leave_its_range_is_the_fault_of_the_amount(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        Assert.Equal(
            [new Problem(nameof(Transfer.Amount), ProblemCode.OutOfRange, "The balance of budget Repairs would be out of range. Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999.")],
            Assert.IsType<Outcome<SavedTransfer>.Invalid>(await book.Transfers.SaveAsync(OfBudgets with { Amount = 99_999_999_999_999m })).Problems);
        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
    }

    private static Task<Outcome<SavedTransfer>> SaveAsync(BudgetBook book, Transfer transfer) =>
        transfer is BudgetTransfer ofBudgets ? book.Transfers.SaveAsync(ofBudgets) : book.Transfers.SaveAsync((AccountTransfer)transfer);

    private static Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Transfer transfer, params string[] unknown) =>
        transfer is BudgetTransfer ofBudgets ? book.Transfers.CheckAsync(ofBudgets, unknown.ToHashSet()) : book.Transfers.CheckAsync((AccountTransfer)transfer, unknown.ToHashSet());
}
