using BiweeklyBudget.Core.Storage.Sqlite;

namespace BiweeklyBudget.Core.Tests.Storage.Faults;

public sealed class WriterQueueTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Who_came_first_is_let_in_first()
    {
        var queue = new WriterQueue();
        var order = new List<int>();
        var first = await queue.EnterAsync(Long, default);
        var others = new List<Task>();
        for (var i = 0; i < 20; i++)
        {
            others.Add(WriteAsync(i));
        }

        Assert.Equal(20, queue.Waiting);
        first.Dispose();
        await Task.WhenAll(others);
        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task WriteAsync(int number)
        {
            using var turn = await queue.EnterAsync(Long, default);
            order.Add(number);
        }
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line_to_the_others()
    {
        var queue = new WriterQueue();
        var first = await queue.EnterAsync(Long, default);
        using var given = new CancellationTokenSource();
        var impatient = queue.EnterAsync(TimeSpan.FromMilliseconds(1), default);
        var cancelled = queue.EnterAsync(Long, given.Token);
        var patient = queue.EnterAsync(Long, default);
        await Assert.ThrowsAsync<TimeoutException>(() => impatient);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(patient.IsCompleted);
        first.Dispose();
        (await patient).Dispose();
        (await queue.EnterAsync(TimeSpan.Zero, default)).Dispose();
    }

    [Fact]
    public async Task A_turn_that_ends_twice_lets_in_one()
    {
        var queue = new WriterQueue();
        var first = await queue.EnterAsync(Long, default);
        var second = queue.EnterAsync(Long, default);
        var third = queue.EnterAsync(Long, default);
        first.Dispose();
        first.Dispose();
        var turn = await second;
        Assert.False(third.IsCompleted);
        turn.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task All_ways_to_one_file_lead_to_one_queue()
    {
        var folder = Directory.CreateTempSubdirectory("bbqueue-").FullName;
        try
        {
            var file = Path.Combine(folder, "a.db");
            await File.WriteAllTextAsync(file, "");
            Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), folder);
            File.CreateSymbolicLink(Path.Combine(folder, "b.db"), file);
            Assert.Same(WriterQueues.Of(file), WriterQueues.Of(Path.Combine(folder, "linked", "b.db")));
            Assert.NotSame(WriterQueues.Of(file), WriterQueues.Of(Path.Combine(folder, "c.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
