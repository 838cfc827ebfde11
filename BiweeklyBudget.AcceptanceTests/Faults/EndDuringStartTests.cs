using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Faults;

[Collection(LongForm.OneAtATime)]
public sealed class EndDuringStartTests
{
    private static readonly int Rounds = LongForm.IsWanted ? 40 : 4;

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_host_that_is_told_to_end_while_it_starts_ends_as_one_that_serves(DatabaseEngine engine)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await TestDatabase.EmptyAsync(engine);
            await using var host = HostProcess.Launch(Checkout.HostAssembly, RecordedSettings.For(database.Url));

            while (!host.HasBegun)
            {
                Assert.False(host.HasExited, host.Output);
                await Task.Delay(5);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1_500)));
            await host.TellToEndAsync();
            await host.WaitForExitAsync(HostProcess.StartLimit);
            Assert.True(host.ExitCode == 0, $"Round {round} ended with {host.ExitCode}:\n{host.Output}");
            Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("ERROR", host.Output, StringComparison.Ordinal);
        }
    }
}
