using System.Globalization;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>
/// Any sequence of files cut from one true history – overlapping, repeated, out of order, with ids that are reused or missing – ends with exactly that history, and what was reconciled
/// meanwhile is as it was (docs/adr/0026). <c>BUDGETTEST_HISTORIES=10000</c> for the long form.
/// </summary>
public sealed class ImportHistoryTests
{
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 25;

    private static readonly DateOnly First = new(2017, 3, 1);

    // Few amounts, names and days, so that much is alike; ids that are the bank's own, start again, are always the same, or are missing.
    private static readonly Gen<TrueMovement> Movement = Gen.Select(
        Gen.Int[0, 100], OneOf(-40m, -15m, -7.5m, 900m, -1250000m), OneOf("GAS COMPANY", "BAKERY", "SHOE SHOP", "PAYROLL", ""), Gen.Int[0, 3], Gen.Int[0, 9], OneOf("", "[+10:AEST]", "[-5:EST]", "[-:EST]"),
        (day, amount, name, kind, number, zone) => new TrueMovement(First.AddDays(day), amount, name, kind switch { 0 => "", 1 => $"{number}", 2 => "0", _ => $"B{day}-{amount}-{name}-{number}" }, zone));

    private static readonly Gen<(int From, int Days)> Cut = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 60]);

    private static readonly Gen<(TrueMovement[] Movements, (int From, int Days)[] Files, int Seed)> History = Gen.Select(Movement.Array[0, 40], Cut.Array[1, 6], Gen.Int[0, 1_000_000]);

    [Theory]
    [OnBothEngines]
    public async Task Any_files_of_one_history_end_with_that_history(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await History.SampleAsync(history => CheckAsync(world, Tellable(history.Movements), history.Files, history.Seed), iter: Histories, threads: 1);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static List<TrueMovement> Tellable(TrueMovement[] movements)
    {
        var told = new List<TrueMovement>();
        foreach (var movement in movements)
        {
            if (told.TrueForAll(movement.IsTellable))
            {
                told.Add(movement);
            }
        }

        return told;
    }

    private static async Task CheckAsync(BankWorld world, List<TrueMovement> history, (int From, int Days)[] files, int seed)
    {
        await EmptyAsync(world);
        var random = new Random(seed);
        var seen = new HashSet<int>();
        var reconciled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, (from, days)) in files.Append(files[0]).Index())
        {
            int[] listed = [.. Enumerable.Range(0, history.Count).Where(i => history[i].Day >= First.AddDays(from) && history[i].Day <= First.AddDays(from + days))];
            random.Shuffle(listed);
            seen.UnionWith(listed);
            await world.ImportedAsync(BankWorld.Upload(OfxText.Checking(string.Concat(listed.Select(i => history[i].Written))), $"{number}.ofx"));
            await ReconcileOneAsync(world, random, reconciled);
        }

        var rows = await world.TransactionsAsync();
        Assert.Equal(seen.Select(i => history[i].ToString()).Order(StringComparer.Ordinal), rows.Select(Text).Order(StringComparer.Ordinal));
        Assert.All(reconciled, row => Assert.Equal(row.Value, Text(rows.Single(found => found.FitId == row.Key))));
        Assert.Equal(reconciled.Count, await world.ReadAsync(c => c.Reconciliations.CountAsync()));
    }

    private static string Text(BankTransaction row) =>
        string.Create(CultureInfo.InvariantCulture, $"{BankDay.Of(row.DatePosted, row.PostedDay):yyyy-MM-dd} {row.Amount:0.00} {row.Name}");

    private static async Task ReconcileOneAsync(BankWorld world, Random random, Dictionary<string, string> reconciled)
    {
        var open = (await world.TransactionsAsync()).FindAll(row => !reconciled.ContainsKey(row.FitId));
        if (open.Count == 0)
        {
            return;
        }

        var row = open[random.Next(open.Count)];
        reconciled.Add(row.FitId, Text(row));
        await world.ReadAsync(c =>
        {
            c.Reconciliations.Add(new Reconciliation { BankAccountId = row.AccountId, BankFitId = row.FitId, ReconciledAt = BankWorld.Now.UtcDateTime });
            return c.SaveChangesAsync();
        });
    }

    private static Task<int> EmptyAsync(BankWorld world) => world.ReadAsync(async c =>
    {
        await c.Reconciliations.ExecuteDeleteAsync();
        await c.BankTransactions.ExecuteDeleteAsync();
        await c.AccountBalances.ExecuteDeleteAsync();
        await c.StoredSettings.ExecuteDeleteAsync();
        return await c.Statements.ExecuteDeleteAsync();
    });
}
