using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Transactions;

/// <summary>The work of one save is bounded, whatever is submitted.</summary>
public sealed class ManySplitsTests
{
    [Theory]
    [OnBothEngines]
    public async Task Two_hundred_splits_are_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(context =>
        {
            context.Budgets.AddRange(Enumerable.Range(1001, 200).Select(id => new Budget { Id = id, Name = string.Create(CultureInfo.InvariantCulture, $"Budget {id}") }));
            return Task.CompletedTask;
        });
        var id = (await world.SubmitAsync("/forms/transaction", Transaction(200))).SavedId();
        Assert.Equal(200, (await world.SplitsAsync(id)).Count);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(60_000)]
    public async Task More_splits_are_refused_before_a_transaction_begins(int splits)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var begun = new BegunTransactions();
        await using var context = world.Database.CreateContext(options => options.AddInterceptors(begun));
        var refused = Assert.IsType<FormAnswer.Refused>(await FormOperations.SubmitAsync(context, "/forms/transaction", Transaction(splits)));
        Assert.Equal(["A transaction can have at most 200 splits."], refused.Errors["budgets"]);
        Assert.Equal(0, begun.Count);
    }

    [Fact]
    public async Task Of_too_many_splits_nothing_else_is_said()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = Transaction(1);
        var budgets = new FormValues();
        foreach (var key in Enumerable.Range(0, 300))
        {
            budgets[string.Create(CultureInfo.InvariantCulture, $"no id {key}")] = "no amount";
        }

        form["budgets"] = budgets;
        Assert.Equal(["A transaction can have at most 200 splits."], (await world.SubmitAsync("/forms/transaction", form)).Errors()["budgets"]);
    }

    [Fact]
    public async Task Mistakes_of_many_splits_are_told_twenty_at_a_time()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = Transaction(200);
        var refused = Assert.IsType<FormAnswer.Refused>(await world.SubmitAsync("/forms/transaction", form));
        Assert.Equal(Enumerable.Range(1001, 20).Select(id => $"Budget ID {id} is invalid."), refused.Errors["budgets"]);
    }

    private static FormValues Transaction(int splits) => EverydayWorld.Transaction([.. Enumerable.Range(1001, splits).Select(id => (id, 1m))]);
}
