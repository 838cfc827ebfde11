using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed class DismissedCookieTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    [Fact]
    public void What_is_dismissed_is_read_as_it_was_written()
    {
        var funds = new Notification(NotificationTopic.Funds, NotificationLevel.Danger, 0, new Funds(100m, 250m, 3.9m, 0m));
        var stale = new Notification(NotificationTopic.StaleAccounts, NotificationLevel.Danger, 2, Funds: null);
        var start = new DateOnly(2017, 7, 21);
        Assert.Equal("2017-07-21_Funds_153.9", DismissedCookie.TokenOf(funds, start));

        var read = DismissedCookie.Read(DismissedCookie.TokenOf(funds, start) + "~" + DismissedCookie.TokenOf(stale, start));

        Assert.Equal([new DismissedNotification(start, NotificationTopic.Funds, 153.9m), new DismissedNotification(start, NotificationTopic.StaleAccounts, 2m)], read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("~~~")]
    [InlineData("2017-07-21_Funds")]
    [InlineData("2017-07-21_Funds_1_2")]
    [InlineData("2017-02-30_Funds_1")]
    [InlineData("2017-07-21_Nothing_1")]
    [InlineData("2017-07-21_1_1")]
    [InlineData("2017-07-21_Funds_1,5")]
    [InlineData("2017-07-21_Funds_-1")]
    [InlineData("2017-07-21_Funds_1e9")]
    [InlineData("2017-07-21_Funds_99999999999999999999999999999999")]
    public void Whatever_else_stands_there_counts_for_nothing(string? cookie) => Assert.Empty(DismissedCookie.Read(cookie));

    [Fact]
    public void One_that_no_browser_of_ours_writes_is_not_read() => Assert.Empty(DismissedCookie.Read(string.Join('~', Enumerable.Repeat("2017-07-21_Funds_1", 40))));

    [Fact]
    public async Task A_page_leaves_out_what_is_dismissed_and_shows_the_next_one()
    {
        Assert.Contains("2 accounts have stale data.", await FirstAsync(null), StringComparison.Ordinal);
        Assert.Contains("bank lines wait to be reconciled.", await FirstAsync("2017-07-21_StaleAccounts_2"), StringComparison.Ordinal);
        Assert.Contains("that nothing is planned for.", await FirstAsync("2017-07-21_StaleAccounts_2~2017-07-21_UnreconciledBankTransactions_99"), StringComparison.Ordinal);
        Assert.Equal("", await FirstAsync("2017-07-21_StaleAccounts_2~2017-07-21_UnreconciledBankTransactions_99~2017-07-21_Funds_0"));
        Assert.Contains("2 accounts have stale data.", await FirstAsync("2017-07-21_StaleAccounts_1~2017-07-07_StaleAccounts_9"), StringComparison.Ordinal);
        Assert.Contains("2 accounts have stale data.", await FirstAsync("%00%22<script>"), StringComparison.Ordinal);
    }

    private async Task<string> FirstAsync(string? cookie)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/budgets");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"{DismissedCookie.NameFor(null)}={cookie}");
        }

        using var response = await host.Client.SendAsync(request);
        using var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return document.QuerySelector(".bb-notes-first")?.TextContent ?? "";
    }
}
