using System.Net;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Features.Settings;

/// <summary>Settings, setting up and forms without script, over HTTP. The recorded day is 2017-07-28.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public async Task A_household_that_begins_is_led_from_the_payday_to_its_first_account_and_may_change_its_mind()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await UnansweredHost.StartAsync(database);

        var welcome = await host.PageAsync("/welcome?payday=2017-07-21");
        Assert.Contains("Fri 7/21/2017 to Thu 8/3/2017", welcome, StringComparison.Ordinal);
        Assert.Contains("These wait for your payday", welcome, StringComparison.Ordinal);
        Assert.Contains("aria-disabled=\"true\">Accounts<", welcome, StringComparison.Ordinal);
        Assert.Contains("The words", await host.PageAsync("/help"), StringComparison.Ordinal);

        (await PostAsync(host, "/welcome", "payday=2017-07-21")).Dispose();
        using (var again = await host.GetAsync("/welcome"))
        {
            Assert.Equal((HttpStatusCode.Found, "/settings"), (again.StatusCode, again.Headers.Location?.OriginalString));
        }

        var home = await host.PageAsync("/");
        Assert.Contains("Setting up", home, StringComparison.Ordinal);
        Assert.Contains("First an account and a budget.", home, StringComparison.Ordinal);
        Assert.DoesNotContain("text-danger", home, StringComparison.Ordinal);
        Assert.Contains("There is no account yet", await host.PageAsync("/dialogs/transaction"), StringComparison.Ordinal);

        Assert.Contains("\"success\":true", await SaveAsync(host, """{"is_set_up": true, "payday": "2017-07-24", "reconcile_begin": "2017-07-24", "theme": "dark", "distance_unit": "Kilometer"}"""), StringComparison.Ordinal);
        var later = await host.PageAsync("/");
        Assert.DoesNotContain("Setting up", later, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2017-07-24\">7/24/2017</time> to <time datetime=\"2017-08-06\">8/6/2017</time>", later, StringComparison.Ordinal);
        Assert.Contains("content=\"dark\"", later, StringComparison.Ordinal);
        Assert.Contains("Odometer Kilometer", await host.PageAsync("/dialogs/fuel"), StringComparison.Ordinal);
        var history = await host.PageAsync("/history");
        Assert.Contains("Payday", history, StringComparison.Ordinal);
        Assert.Contains("7/24/2017", history, StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task What_the_environment_sets_is_shown_and_locked_with_the_reason()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);

        var page = await host.PageAsync("/settings");
        Assert.Contains("Set by PAY_PERIOD_START_DATE where the program is started", page, StringComparison.Ordinal);
        Assert.Matches("name=\"payday\"[^>]* disabled=\"disabled\"|disabled=\"disabled\"[^>]* name=\"payday\"", page);
        Assert.DoesNotContain("Set by FUEL_ECO_ABBREVIATION", page, StringComparison.Ordinal);

        var refused = await SaveAsync(host, """{"payday": "2017-07-24", "stale_days": "many", "fuel_economy_abbreviation": ""}""");
        Assert.Contains("\"success\":false", refused, StringComparison.Ordinal);
        Assert.Contains("\"payday\":[\"PAY_PERIOD_START_DATE is set where the program is started", refused, StringComparison.Ordinal);
        Assert.Contains("\"fuel_economy_abbreviation\":[\"Cannot be empty\"]", refused, StringComparison.Ordinal);
        Assert.Contains("Invalid", refused, StringComparison.Ordinal);
        Assert.Contains("\"success\":true", await SaveAsync(host, """{"fuel_economy_abbreviation": "km/l"}"""), StringComparison.Ordinal);
        Assert.Contains("km/l", await host.PageAsync("/fuel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_a_browser_posts_without_script_ends_on_a_page_and_one_of_a_script_on_JSON()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        const string account = "name=Wallet&acct_type=Cash&opening_balance=12.50&opening_date=2017-07-27&is_active=on&bb_flags=is_active&bb_flags=reconcile_trans";

        using var saved = await PostAsync(host, "/forms/account", account, "navigate");
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var page = await host.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Contains("Added account &quot;Wallet&quot;.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/forms/undo\"", page, StringComparison.Ordinal);
        Assert.Contains("\"reconcile_trans\":false", await host.PageAsync("/ajax/account/7"), StringComparison.Ordinal);

        using var refused = await PostAsync(host, "/forms/account", account, "navigate");
        var reasons = await refused.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Contains("There is one of this name already.", reasons, StringComparison.Ordinal);

        using var script = await PostAsync(host, "/forms/account", account);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (script.StatusCode, script.Content.Headers.ContentType?.MediaType));
        Assert.Contains("\"name\":[\"Name must be unique\"]", await script.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", await host.PageAsync("/saved?from=//evil.example/"), StringComparison.Ordinal);
        Assert.Empty(host.Errors);
    }

    private static async Task<string> SaveAsync(InProcessHost host, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await host.Client.PostAsync(new Uri("/forms/settings", UriKind.Relative), content);
        return await reply.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(InProcessHost host, string path, string fields, string? mode = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (mode is not null)
        {
            request.Headers.Add("Sec-Fetch-Mode", mode);
        }

        return await host.Client.SendAsync(request);
    }
}
