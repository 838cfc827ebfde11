using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class AgoTextTests
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);

    // The table of spec/domain.md §3; ages in seconds.
    [Theory]
    [InlineData(0, "now")]
    [InlineData(0.999, "now")]
    [InlineData(1, "a second ago")]
    [InlineData(1.9, "a second ago")]
    [InlineData(59, "59 seconds ago")]
    [InlineData(60, "a minute ago")]
    [InlineData(90, "2 minutes ago")] // 1.5 to the even 2
    [InlineData(150, "2 minutes ago")] // 2.5 to the even 2
    [InlineData(3569, "59 minutes ago")] // 59.48
    [InlineData(3570, "an hour ago")] // 59.5 to the even 60
    [InlineData(5399, "an hour ago")]
    [InlineData(5400, "2 hours ago")]
    [InlineData(14 * 3600, "14 hours ago")]
    [InlineData(84599, "23 hours ago")] // 23.4997
    [InlineData(84600, "a day ago")] // 23.5 to the even 24
    [InlineData(36 * 3600, "a day ago")]
    [InlineData(-600, "10 minutes from now")]
    [InlineData(-0.5, "now")]
    [InlineData(-86400, "a day from now")]
    public void Short_ages(double seconds, string text) => Assert.Equal(text, AgoText.Describe(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(2, "2 days ago")]
    [InlineData(15, "15 days ago")] // 15 / 30.5 = 0.49
    [InlineData(16, "a month ago")] // 0.52
    [InlineData(18, "a month ago")]
    [InlineData(45, "a month ago")] // 1.48
    [InlineData(46, "2 months ago")] // 1.51
    [InlineData(350, "11 months ago")] // 11.48
    [InlineData(351, "a year ago")] // 11.51
    [InlineData(364, "a year ago")]
    [InlineData(365, "a year ago")]
    [InlineData(366, "1 year, 1 day ago")]
    [InlineData(380, "1 year, 15 days ago")]
    [InlineData(381, "1 year, 1 month ago")]
    [InlineData(365 + 46, "1 year, 2 months ago")]
    [InlineData(365 + 351, "2 years ago")]
    [InlineData(730, "2 years ago")]
    [InlineData(365_000, "1,000 years ago")]
    [InlineData(-400, "1 year, 1 month from now")] // 35 / 30.5 = 1.15
    public void Long_ages(int days, string text) => Assert.Equal(text, AgoText.Describe(Now.AddDays(-days), Now));

    [Fact]
    public void Thirteen_days_and_six_hours_are_thirteen_days() => Assert.Equal("13 days ago", AgoText.Describe(Now.AddDays(-13).AddHours(-6), Now));

    [Fact]
    public void Never_is_blank() => Assert.Equal("", AgoText.Describe(null, Now));
}
