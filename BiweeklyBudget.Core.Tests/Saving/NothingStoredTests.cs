using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Saving;

/// <summary>Whatever was not saved leaves every row of the database as it was, for every operation.</summary>
public sealed class NothingStoredTests
{
    /// <summary>An operation with an input that it does not take, by name.</summary>
    private static readonly Dictionary<string, Func<BudgetBook, Task<bool>>> Refused = new(StringComparer.Ordinal)
    {
        ["account without a name"] = Form("/forms/account", new() { ["name"] = "", ["acct_type"] = "Bank" }),
        ["account of a name that is taken"] = Form("/forms/account", new() { ["id"] = 2, ["name"] = "Checking", ["acct_type"] = "Bank", ["plaid_account"] = "Item,One" }),
        ["unknown account"] = Form("/forms/account", new() { ["id"] = 99, ["name"] = "New", ["acct_type"] = "Bank" }),
        ["budget of a name that is taken"] = Form("/forms/budget", new() { ["id"] = 3, ["name"] = "Food", ["is_periodic"] = false, ["current_balance"] = 1 }),
        ["unknown budget"] = Form("/forms/budget", new() { ["id"] = 99, ["name"] = "New", ["is_periodic"] = false, ["current_balance"] = 1 }),
        ["transaction without a description"] = Form("/forms/transaction", Without(EverydayWorld.Transaction((3, 5m)), "description")),
        ["transaction on an inactive budget"] = Form("/forms/transaction", EverydayWorld.Transaction((5, 5m), (3, 1m))),
        ["transaction of an unknown account"] = Form("/forms/transaction", With(EverydayWorld.Transaction((3, 5m)), "account", 99)),
        ["transaction that a balance cannot take"] = Form("/forms/transaction", EverydayWorld.Transaction((3, -99_999_999_999_999m))),
        ["scheduled transaction without an amount"] = Form("/forms/scheduled", Scheduled(amount: 0)),
        ["scheduled transaction of an unknown budget"] = Form("/forms/scheduled", With(Scheduled(amount: 5), "budget", 99)),
        ["conversion outside of the period"] = Form("/forms/sched_to_trans", new() { ["id"] = 2, ["date"] = "2017-09-25", ["payperiod_start_date"] = "2017-07-21", ["amount"] = 7, ["description"] = "Refund" }),
        ["conversion that a balance cannot take"] = Form("/forms/sched_to_trans", new() { ["id"] = 2, ["date"] = "2017-07-25", ["amount"] = "-99999999999999", ["description"] = "Refund" }),
        ["skip without notes"] = Form("/forms/skip_sched_trans", new() { ["id"] = 1, ["payperiod_start_date"] = "2017-07-21", ["notes"] = "" }),
        ["skip of an unknown one"] = Form("/forms/skip_sched_trans", new() { ["id"] = 99, ["payperiod_start_date"] = "2017-07-21", ["notes"] = "No" }),
        ["transfer to the same account"] = Form("/forms/account_transfer", new() { ["date"] = "2017-07-28", ["amount"] = 5, ["budget"] = 1, ["from_account"] = 1, ["to_account"] = 1 }),
        ["transfer on an unknown budget"] = Form("/forms/account_transfer", new() { ["date"] = "2017-07-28", ["amount"] = 5, ["budget"] = 99, ["from_account"] = 1, ["to_account"] = 2 }),
        ["transfer to the same budget"] = Form("/forms/budget_transfer", new() { ["date"] = "2017-07-28", ["amount"] = 5, ["account"] = 1, ["from_budget"] = 3, ["to_budget"] = 3 }),
        ["transfer that a balance cannot take"] = Form("/forms/budget_transfer", new() { ["date"] = "2017-07-28", ["amount"] = 99_999_999_999_999m, ["account"] = 1, ["from_budget"] = 3, ["to_budget"] = 4 }),
        ["reconciling of unknown transactions"] = async book => (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(99, new(1, "F"))] })).IsSaved,
        ["reconciling of rows named twice"] = async book => (await book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(1), new(1)] })).IsSaved,
        ["undoing of an unknown reconciliation"] = async book => (await book.Reconciling.UndoAsync(99)).IsSaved,
        ["import that is none"] = async book => (await book.Statements.ImportAsync(new StatementUpload { AccountId = 1, FileName = "none.ofx", Content = new MemoryStream("no OFX"u8.ToArray()) })).IsSaved,
        ["import into an unknown account"] = async book => (await book.Statements.ImportAsync(new StatementUpload { AccountId = 99, FileName = "a.ofx", Content = OfxText.Bytes(OfxText.Checking(OfxText.Transaction("A"))) })).IsSaved,
        ["undoing of an unknown import"] = async book => (await book.Statements.UndoAsync(99)).IsSaved,
        ["interest charge of an unknown statement"] = Form("/forms/credit-payoff-account-ofx", new() { ["id"] = 3, ["filename"] = "none.ofx", ["interest_amt"] = 5 }),
        ["payoff settings that are none"] = async book =>
            (await book.CreditPayoff.SaveSettingsAsync(new PayoffSettingsChange { Increases = [], OneTimes = [new PlannedChange(new DateOnly(2017, 7, 28), 0m, true)] })).IsSaved,
        ["project without a name"] = Form("/forms/projects", new() { ["action"] = "add", ["name"] = " " }),
        ["project of an unknown budget"] = Form("/forms/projects", new() { ["action"] = "add", ["name"] = "New", ["standing_budget_id"] = 99 }),
        ["unknown project"] = Form("/forms/projects", new() { ["action"] = "deactivate", ["id"] = 99 }),
        ["item of an unknown project"] = Form("/forms/bom_item", new() { ["project_id"] = 99, ["name"] = "New", ["quantity"] = 1, ["unit_cost"] = 1 }),
        ["file of items into an unknown project"] = Form("/forms/bom_import", new() { ["project_id"] = 99, ["csv"] = "Name\nNew\n" }),
        ["deleting of an unknown project"] = async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Project, 99))).IsSaved,
        ["deleting of an unknown item"] = async book => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.ProjectItem, 99))).IsSaved,
        ["wish list of an unknown project"] = async book => (await book.Projects.SaveWishlistAsync(99, [new() { Title = "New", Url = "https://www.amazon.com/dp/1" }])).IsSaved,
        ["order of no cards"] = Form("/forms/credit-payoff-order", new() { ["order"] = "" }),
        ["prime rate of more than a hundred percent"] = Form("/forms/credit-payoff-prime-rate", new() { ["prime_rate"] = 101 }),
    };

    public static IEnumerable<object[]> Cases() => from name in Refused.Keys from engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql } select new object[] { name, engine };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_refused_leaves_the_database_as_it_was(string operation, DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        Assert.False(await Refused[operation](book));
        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.False(await Refused[operation](book));
        Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));

        // A save of something else through the same book stores that alone.
        var saved = (await FormOperations.SubmitAsync(book, "/forms/budget", new() { ["name"] = "Something else", ["is_periodic"] = true, ["starting_balance"] = 5 })).SavedId();
        var change = Assert.Single((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.Equal(("budgets", "added", saved.ToString(System.Globalization.CultureInfo.InvariantCulture)), (change.List, change.Change, change.Key));
    }

    private static Func<BudgetBook, Task<bool>> Form(string url, FormValues form) => async book => await FormOperations.SubmitAsync(book, url, form) is FormAnswer.Saved;

    private static FormValues Scheduled(int amount) => new() { ["description"] = "Rent", ["type"] = "monthly", ["day_of_month"] = 4, ["amount"] = amount, ["account"] = 1, ["budget"] = 1 };

    private static FormValues Without(FormValues form, string field) => With(form, field, (string?)null);

    private static FormValues With(FormValues form, string field, FormValue value)
    {
        form[field] = value;
        return form;
    }
}
