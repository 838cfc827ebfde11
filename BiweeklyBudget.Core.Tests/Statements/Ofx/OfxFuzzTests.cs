using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>
/// 200,000 damaged files, made from the fixtures: each is read or refused with a line, and no work grows faster than its length.
/// A failure names its seed; put it into <see cref="Seeds"/> to repeat it alone.
/// </summary>
public sealed class OfxFuzzTests
{
    private const int Files = 200_000;

    /// <summary>Steps for one byte: three readings, each looking ahead a little.</summary>
    private const int StepsPerByte = 40;

    private static readonly string[] Folders = ["ofx", "field"];

    private static readonly IEnumerable<int> Seeds = Enumerable.Range(0, Files);

    [Fact]
    public void Damaged_files_are_read_or_refused_and_never_worse()
    {
        var mutator = new OfxMutator([.. Folders.SelectMany(folder => Directory.EnumerateFiles(TestData.Fixture(folder), "*fx")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
        var read = 0;
        var refused = 0;
        // On one thread: had it all of the pool's, the tests beside it would wait for theirs until their connections time out.
        foreach (var seed in Seeds)
        {
            var file = mutator.Make(seed);
            var reader = new OfxReader(new MemoryStream(file));
            try
            {
                var content = reader.Read();
                Assert.NotEmpty(content.Statements);
                Assert.All(content.Statements.SelectMany(s => s.Transactions.Concat(s.CashTransactions)), AssertSane);
                Assert.InRange(content.Statements.Count, 1, OfxFile.MostStatements);
                read++;
            }
            catch (OfxException refusal)
            {
                Assert.InRange(refusal.Line, 1, file.Length + 1);
                Assert.NotEmpty(refusal.Message);
                refused++;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {seed}: {exception}");
            }

            Assert.True(reader.Work <= (StepsPerByte * (long)file.Length) + 1000, $"Seed {seed}: {reader.Work} steps for {file.Length} bytes.");
        }

        // Both ways were taken often, or the mutator is no good.
        Assert.InRange(read, Files / 20, Files);
        Assert.InRange(refused, Files / 20, Files);
    }

    private static void AssertSane(OfxTransaction transaction)
    {
        Assert.InRange(transaction.FitId.Length, 0, OfxTokenizer.LongestText);
        Assert.InRange(transaction.Amount, -99_999_999_999_999.9999m, 99_999_999_999_999.9999m);
        Assert.Equal(DateTimeKind.Utc, transaction.DatePosted.Kind);
        Assert.DoesNotContain(transaction.Name, char.IsControl);
        Assert.InRange(transaction.Memo.Length, 0, OfxTokenizer.LongestText);
    }
}
