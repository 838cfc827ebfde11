using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>The same request with the same key is done once and answered alike each time, wherever it goes (docs/adr/0017).</summary>
public sealed class KeyedRequestsTests
{
    private const string Once = """{"id":null,"date":"2017-07-28","amount":"12.34","sales_tax":"0","description":"Once","account":"1","notes":"","budgets":{"1":"12.34"}}""";

    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.MySql];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_route_that_changes_something_does_it_once_for_a_key(DatabaseEngine engine)
    {
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample);
        foreach (var request in SavableRequest.All)
        {
            var key = $"\"key of {request.Path}\"";
            var before = await WholeDatabase.TextAsync(host.Database);
            var first = await request.SendAsync(host, key);
            var after = await WholeDatabase.TextAsync(host.Database);
            var second = await request.SendAsync(host, key);
            Assert.True(first == second, $"{request.Path} answered {first}, then {second}");
            Assert.Equal(after, await WholeDatabase.TextAsync(host.Database));
            if (request.ChangesNothing)
            {
                Assert.Equal(before, after);
                continue;
            }

            Assert.True(first.IsSaved, $"{request.Path} answered {first}");
            Assert.NotEqual(before, after);
            var other = await request.SendOtherAsync(host, key);
            Assert.True(other.Status == 422 && other.Body.Contains("Something else was saved with this key before.", StringComparison.Ordinal), $"{request.Path} answered {other}");
            Assert.Equal(after, await WholeDatabase.TextAsync(host.Database));
        }

        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task No_route_is_left_out()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var routes = AppRoute.Of(host.Services).Where(route => route.IsUnsafe).Select(route => route.Pattern).Distinct().Except(Addresses.SignIn.Select(address => address.Route), StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(routes, SavableRequest.All.Select(request => request.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Sixteen_at_once_through_two_hosts_are_done_once_and_answered_alike(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(engine);
        await using var one = await InProcessHost.StartAsync(RecordedSettings.For(database.Url));
        await using var two = await InProcessHost.StartAsync(RecordedSettings.For(database.Url));
        var before = await CountAsync(database);

        foreach (var request in new[] { SavableRequest.All[0], SavableRequest.All.Single(r => r.Path == "/ajax/ofx/import"), SavableRequest.All.Single(r => r.Path == "/ajax/reconcile") })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => request.SendAsync(i % 2 == 0 ? one : two, "at-once-" + request.Path)));
            Assert.True(Assert.Single(answers.Distinct()).IsSaved, answers[0].ToString());
        }

        Assert.Equal(before + 1, await CountAsync(database));
        Assert.Empty(one.Errors.Concat(two.Errors));
    }

    [Fact]
    public async Task Without_a_key_each_request_is_a_new_one()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var (first, second) = (await SavableRequest.All[0].SendAsync(host, key: null), await SavableRequest.All[0].SendAsync(host, key: null));

        Assert.True(first.IsSaved && second.IsSaved);
        Assert.NotEqual(first.Body, second.Body);
        await using var context = host.Database.CreateContext();
        Assert.Equal(0, await context.StoredReplies.CountAsync());
    }

    [Fact]
    public async Task What_was_not_saved_takes_no_key()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var wrong = await SendAsync(host, Once.Replace("\"account\":\"1\"", "\"account\":\"99\"", StringComparison.Ordinal), "again");
        Assert.False(wrong.IsSaved);
        Assert.Equal(wrong, await SendAsync(host, Once.Replace("\"account\":\"1\"", "\"account\":\"99\"", StringComparison.Ordinal), "again"));

        Assert.True((await SendAsync(host, Once, "again")).IsSaved);
        Assert.Equal(422, (await SendAsync(host, "{}", "again")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("\"unended")]
    [InlineData("\"two\" \"strings\"")]
    [InlineData("\"bad \\escape\"")]
    [InlineData("\"ends in\\\"")]
    [InlineData("tab\there")]
    [InlineData("\"with\"; parameter=1")]
    [InlineData("256")]
    public async Task A_bad_key_is_refused_with_the_reason(string key)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Empty);
        var answer = await SendAsync(host, Once, key == "256" ? new string('k', 256) : key);

        Assert.Equal((400, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Contains("Idempotency-Key must be one text of 1 to 255 printable ASCII characters", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_the_same_with_and_without_quotes()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        var first = await SendAsync(host, Once, "say \"hi\" \\ now");

        Assert.True(first.IsSaved);
        Assert.Equal(first, await SendAsync(host, Once, "\"say \\\"hi\\\" \\\\ now\""));
        Assert.True((await SendAsync(host, Once, new string('k', 255))).IsSaved);
    }

    [Fact]
    public async Task Two_keys_at_once_are_refused()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Empty);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/transaction") { Content = new StringContent(Once) };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, ["one", "two"]);
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_key_on_a_page_that_is_only_read_means_nothing()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/budgets");
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, "\"bad");
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_first_payday_is_stored_once_for_a_key()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await UnansweredHost.StartAsync(database);
        var day = new DateOnly(2017, 7, 21).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var first = await PostPaydayAsync(host, day);
        Assert.Equal((302, "/"), (first.Status, first.Location));
        Assert.Equal(first, await PostPaydayAsync(host, day));
        Assert.Equal(422, (await PostPaydayAsync(host, "2017-07-20")).Status);
    }

    private static async Task<KeyedAnswer> PostPaydayAsync(InProcessHost host, string day)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/welcome") { Content = SavableRequest.Payday(day) };
        request.Headers.Add(IdempotencyKey.Header, "payday");
        return await KeyedAnswer.OfAsync(await host.Client.SendAsync(request));
    }

    private static async Task<KeyedAnswer> SendAsync(InProcessHost host, string json, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/transaction") { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        return await KeyedAnswer.OfAsync(await host.Client.SendAsync(request));
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.Transactions.CountAsync();
    }
}
