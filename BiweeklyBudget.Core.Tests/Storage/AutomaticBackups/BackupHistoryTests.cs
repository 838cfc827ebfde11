using BiweeklyBudget.Core.Storage.AutomaticBackups;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class BackupHistoryTests
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_is_due_a_day_after_the_last_good_one()
    {
        var history = new BackupHistory(null, Now.AddDays(-1), null, 0, IsNeeded: true);
        Assert.True(history.IsDue(Now));
        Assert.False(history.IsDue(Now.AddSeconds(-1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_is_due_when_there_is_something_to_keep(bool isNeeded) => Assert.Equal(isNeeded, new BackupHistory(null, null, null, 0, isNeeded).IsDue(Now));

    [Fact]
    public void After_failures_it_is_tried_again_in_growing_pauses_up_to_four_hours()
    {
        Assert.Equal([5, 10, 20, 40, 80, 160, 240, 240], Enumerable.Range(1, 8).Select(failures => (int)BackupHistory.PauseAfter(failures).TotalMinutes));
        Assert.Equal(TimeSpan.FromHours(4), BackupHistory.PauseAfter(int.MaxValue));
        var history = new BackupHistory(null, Now.AddDays(-3), new BackupProblem(Now, "full"), 2, IsNeeded: true);
        Assert.False(history.IsDue(Now.AddMinutes(9)));
        Assert.True(history.IsDue(Now.AddMinutes(10)));
    }
}
