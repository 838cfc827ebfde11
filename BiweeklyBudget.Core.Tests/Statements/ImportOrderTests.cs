using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Statements;

/// <summary>Files that overlap, repeat and come in any order add nothing twice.</summary>
public sealed class ImportOrderTests
{
    /// <summary>Ids few enough to collide, some in case only.</summary>
    private static readonly Gen<string> Id = Gen.Select(Gen.Int[0, 12], Gen.Bool, (number, isUpper) => isUpper ? $"F{number}" : $"f{number}");

    private static readonly Gen<List<string[]>> Files = Id.Array[0, 12].List[1, 8];

    [Theory]
    [OnBothEngines]
    public async Task Every_transaction_is_there_once_with_what_was_imported_last(DatabaseEngine engine)
    {
        await using var world = await BankWorld.CreateAsync(engine);
        await Files.SampleAsync(files => CheckAsync(world, files), iter: 25, threads: 1);
    }

    private static async Task CheckAsync(BankWorld world, List<string[]> files)
    {
        await world.ReadAsync(async c =>
        {
            await c.BankTransactions.ExecuteDeleteAsync();
            return await c.Statements.ExecuteDeleteAsync();
        });
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var file = 0; file < files.Count; file++)
        {
            var text = OfxText.Checking(string.Concat(files[file].Select((id, line) => OfxText.Transaction(id, name: $"{id} {file} {line}"))));
            var known = files[file].Distinct().Count(expected.ContainsKey);
            for (var line = 0; line < files[file].Length; line++)
            {
                expected[files[file][line]] = $"{files[file][line]} {file} {line}";
            }

            var result = await world.ImportedAsync(BankWorld.Upload(text, $"{file}.ofx"));
            Assert.Equal((files[file].Distinct().Count() - known, known), (result.Added, result.Updated));
        }

        var rows = await world.TransactionsAsync();
        Assert.Equal(expected.Values.Order(StringComparer.Ordinal), rows.Select(t => t.Name!).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(row.Name!.Split(' ')[0], row.FitId.Split('~')[0]));
    }
}
