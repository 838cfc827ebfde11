using System.Data.Common;
using System.Diagnostics;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit.Abstractions;

namespace BiweeklyBudget.Core.Tests.Changes;

public sealed class ScratchTiming(ITestOutputHelper output)
{
    [Theory]
    [OnBothEngines]
    public async Task Time(DatabaseEngine engine)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var isRecorded in new[] { false, true })
            {
                await using var world = await EverydayWorld.CreateAsync(engine);
                await using var book = FormOperations.Book(world.Database.CreateContext(options => { if (!isRecorded) { options.AddInterceptors(new Off()); } }));
                var text = OfxText.Checking(string.Concat(Enumerable.Range(0, 10_000).Select(number => OfxText.Transaction($"F{number}", name: $"SHOP {number}"))));
                var watch = Stopwatch.StartNew();
                await book.Statements.ImportAsync(EveryOperation.Upload(text, "a.ofx"));
                var first = watch.ElapsedMilliseconds;
                await book.Statements.ImportAsync(EveryOperation.Upload(text, "b.ofx"));
                output.WriteLine($"{engine} recorded {isRecorded}: import {first} ms, again {watch.ElapsedMilliseconds - first} ms");
                if (isRecorded)
                {
                    watch.Restart();
                    (await book.Changes.UndoAsync(2)).ValueOrThrow();
                    output.WriteLine($"{engine} undo {watch.ElapsedMilliseconds} ms");
                    var table = RecordedTables.Of(book.Database).Find(typeof(BankTransaction))!;
                    var row = new BankTransaction { AccountId = 1, FitId = "F1", Amount = 1m, Name = "SHOP" };
                    watch.Restart();
                    for (var i = 0; i < 10_000; i++) { table.Write(row); table.KeyOf(row); }
                    output.WriteLine($"writing down 10,000: {watch.ElapsedMilliseconds} ms");
                }
            }
        }
    }

    private sealed class Off : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(command.CommandText.Contains("bb_change", StringComparison.Ordinal) ? InterceptionResult<int>.SuppressWithResult(1) : result);
    }
}
