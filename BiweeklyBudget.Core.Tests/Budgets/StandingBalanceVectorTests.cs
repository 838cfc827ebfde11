using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Budgets;

/// <summary>The sequences of <c>standing_balances.json</c>.</summary>
[Trait("Category", "Vectors")]
public sealed class StandingBalanceVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    public static IEnumerable<object[]> Sequences() =>
        from vector in VectorCase.Chosen("standing_balances", _ => true)
        from engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql }
        select new object[] { vector, engine };

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task Standing_balances_are_as_recorded_after_every_operation(VectorCase vector, DatabaseEngine engine)
    {
        Assert.Equal("sequence", vector.Kind);
        var database = await databases.WithAsync(engine, vector.Input);
        var saved = new Dictionary<string, int>();
        foreach (var (index, (operation, expected)) in new VectorRow(vector.Input).List("operations").Zip(vector.Expected.EnumerateArray().ToList()).Index())
        {
            // The vectors name no notes, and some skip more often than the schedule occurs: that needs a reason of its own each time.
            var (url, form) = Form(operation, saved, reason: string.Create(CultureInfo.InvariantCulture, $"skipped by operation {index}"));
            await using var context = database.CreateContext();
            var result = await FormOperations.SubmitAsync(context, url, form);
            if (result is FormAnswer.Saved { Ids: [var id, ..] } && operation.Text("ref") is { } name)
            {
                saved[name] = id;
            }

            Assert.Equal(expected.GetProperty("ok").GetBoolean(), result is FormAnswer.Saved);
            var balances = expected.GetProperty("current_balances").EnumerateObject()
                .Select(b => (int.Parse(b.Name, CultureInfo.InvariantCulture), b.Value.GetString() is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : (decimal?)null));
            Assert.Equal(balances.Order(), (await context.Budgets.AsNoTracking().ToListAsync()).Select(b => (b.Id, b.CurrentBalance)).Order());
        }
    }

    private static (string Url, FormValues Form) Form(VectorRow operation, Dictionary<string, int> saved, string reason) => operation.Text("op") switch
    {
        "add_transaction" => ("/forms/transaction", Transaction(operation, id: null)),
        "edit_transaction" => ("/forms/transaction", Transaction(operation, saved.TryGetValue(operation.Text("ref")!, out var id) ? id : int.Parse(operation.Text("ref")!, CultureInfo.InvariantCulture))),
        "budget_transfer" => ("/forms/budget_transfer", new FormValues
        {
            ["date"] = "2017-07-28",
            ["amount"] = operation.Text("amount"),
            ["account"] = 1,
            ["from_budget"] = operation.Number("from_budget_id")!.Value,
            ["to_budget"] = operation.Number("to_budget_id")!.Value,
            ["notes"] = "",
        }),
        "account_transfer" => ("/forms/account_transfer", new FormValues
        {
            ["date"] = "2017-07-28",
            ["amount"] = operation.Text("amount"),
            ["budget"] = operation.Number("budget_id")!.Value,
            ["from_account"] = operation.Number("from_account_id")!.Value,
            ["to_account"] = operation.Number("to_account_id")!.Value,
            ["notes"] = "",
        }),
        "convert_scheduled" => ("/forms/sched_to_trans", new FormValues
        {
            ["id"] = operation.Number("scheduled_id")!.Value,
            ["date"] = "2017-07-28",
            ["amount"] = operation.Text("amount"),
            ["description"] = "converted",
            ["notes"] = "",
        }),
        "add_fuel_fill" => ("/forms/fuel", new FormValues
        {
            ["vehicle"] = 1,
            ["date"] = "2017-07-28",
            ["odometer_miles"] = operation.Number("odometer")!.Value,
            ["reported_miles"] = 100,
            ["level_before"] = 10,
            ["level_after"] = 100,
            ["fill_location"] = "Shell",
            ["cost_per_gallon"] = "2.459",
            ["total_cost"] = operation.Text("total_cost"),
            ["gallons"] = "10.0",
            ["reported_mpg"] = "24.5",
            ["notes"] = "",
            ["add_trans"] = operation.Flag("add_transaction", true)!.Value,
            ["account"] = 1,
            ["budget"] = operation.Number("budget_id")!.Value,
        }),
        "skip_scheduled" => ("/forms/skip_sched_trans", new FormValues
        {
            ["id"] = operation.Number("scheduled_id")!.Value,
            ["payperiod_start_date"] = operation.Text("period_start"),
            ["notes"] = reason,
        }),
        "save_budget" => ("/forms/budget", new FormValues
        {
            ["id"] = operation.Number("budget_id")!.Value,
            ["name"] = operation.Text("name"),
            ["is_periodic"] = operation.Flag("is_periodic", true)!.Value,
            ["starting_balance"] = operation.Text("starting_balance") ?? "",
            ["current_balance"] = operation.Text("current_balance") ?? "",
        }),
        var other => throw new NotSupportedException($"The vectors have a new operation: {other}."),
    };

    private static FormValues Transaction(VectorRow operation, int? id)
    {
        var splits = operation.List("splits").ToList();
        var budgets = new FormValues();
        foreach (var split in splits)
        {
            budgets[split.Number("budget_id")!.Value.ToString(CultureInfo.InvariantCulture)] = split.Text("amount");
        }

        return new FormValues
        {
            ["id"] = id?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["date"] = operation.Text("date") ?? "2017-07-28",
            ["amount"] = operation.Text("amount") ?? splits.Sum(split => split.Money("amount")!.Value).ToString(CultureInfo.InvariantCulture),
            ["description"] = operation.Text("description") ?? "a transaction",
            ["account"] = operation.Number("account_id") ?? 1,
            ["notes"] = "",
            ["sales_tax"] = "",
            ["budgets"] = budgets,
        };
    }
}
