using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>As long as nobody has said when payday is. The recorded day is 2017-07-28.</summary>
public sealed class FirstRunTests(UnansweredHost unanswered) : IClassFixture<UnansweredHost>
{
    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Pages_lead_to_the_question_and_scripts_are_told_until_it_is_answered(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await using var host = await UnansweredHost.StartAsync(database);

        foreach (var path in new[] { "/", "/payperiods", "/transactions/1", "/dialogs/account", "/nonexistent" })
        {
            using var page = await host.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Found, "/welcome"), (path, page.StatusCode, page.Headers.Location?.OriginalString));
        }

        foreach (var path in new[] { "/ajax/account/1", "/api/ofx/accounts" })
        {
            using var reply = await host.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Conflict), (path, reply.StatusCode));
            Assert.Contains("PAY_PERIOD_START_DATE", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var form = await PostAsync(host, "/forms/account", "name", "x"))
        {
            Assert.Equal(HttpStatusCode.Conflict, form.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/healthz/ready")).StatusCode);
        using (var answered = await PostAsync(host, "/welcome", "payday", "2017-07-21"))
        {
            Assert.Equal((HttpStatusCode.Found, "/"), (answered.StatusCode, answered.Headers.Location?.OriginalString));
        }

        Assert.Contains("2017-07-21", await host.PageAsync("/payperiods"), StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData("", "Please enter a date, year-month-day.")]
    [InlineData("21.07.2017", "Please enter a date, year-month-day.")]
    [InlineData("2017-02-30", "Please enter a date, year-month-day.")]
    [InlineData("2017-07-29", "The last payday lies within the past year.")]
    [InlineData("2016-07-27", "The last payday lies within the past year.")]
    public async Task A_wrong_answer_is_told_and_asked_again(string payday, string error)
    {
        using var response = await PostAsync(unanswered.Host, "/welcome", "payday", payday);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(error, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/welcome", (await unanswered.Host.GetAsync("/")).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_payday_that_the_environment_sets_is_not_asked_for_and_none_is_stored(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using var host = await InProcessHost.StartAsync(settings);

        // A later start may no longer have the setting; what it finds then must be somebody's answer.
        using var answered = await PostAsync(host, "/welcome", "payday", "2017-07-14");

        Assert.Equal((HttpStatusCode.Found, "/"), (answered.StatusCode, answered.Headers.Location?.OriginalString));
        await using var context = database.CreateContext();
        Assert.Empty(await context.StoredSettings.ToListAsync());
    }

    [Fact]
    public async Task A_second_answer_leaves_the_first_one_as_it_is()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await UnansweredHost.StartAsync(database);
        foreach (var payday in new[] { "2017-07-21", "2017-07-14" })
        {
            using var answered = await PostAsync(host, "/welcome", "payday", payday);
            Assert.Equal((HttpStatusCode.Found, "/"), (answered.StatusCode, answered.Headers.Location?.OriginalString));
        }

        await using var context = database.CreateContext();
        Assert.All(await context.StoredSettings.ToListAsync(), setting => Assert.Equal("\"2017-07-21\"", setting.Value));
    }

    private static async Task<HttpResponseMessage> PostAsync(InProcessHost host, string path, string field, string value)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create(field, value)]);
        return await host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
