using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>What people and scripts sign in with is in no log, with all statements in it, on no page but the one that gives it out, and not in the audit log.</summary>
public sealed class SignInCanaryTests
{
    private const string WrongPassword = "canary of 7401 wrong passwords";
    private const string NewPassword = "canary of 7402 new passwords";
    private const string WrongToken = "canaryToken7403";
    private const string PasswordAsName = "canary7404 typed as a name";

    [Fact]
    public async Task No_password_code_token_or_session_is_in_the_log_or_on_another_page()
    {
        using var log = new LogLines();
        await using var guarded = await GuardedHost.StartAsync(
            configure: builder => builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log])),
            settings: new Dictionary<string, string?> { ["SQL_ECHO"] = "true", ["SQL_QUERY_PROFILE"] = "true" });
        var ann = await guarded.AddAsync("ann", UserRole.Owner);
        using var browser = await guarded.SignInAsync("ann");
        using var stranger = guarded.OpenBrowser();
        var bodies = new List<string>();
        async Task SendAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
        {
            using var response = await guarded.PostAsync(client, path, fields);
            bodies.Add(await response.Content.ReadAsStringAsync() + response.Headers.Location);
        }

        await SendAsync(stranger, "/sign-in", ("name", "ann"), ("password", WrongPassword));
        await SendAsync(stranger, "/sign-in", ("name", PasswordAsName), ("password", WrongPassword));
        await SendAsync(browser, "/security?handler=Password", ("password", WrongPassword), ("new", NewPassword), ("again", NewPassword));
        using var given = await guarded.PostAsync(browser, "/security/people?handler=Add", ("name", "bob"), ("role", "member"), ("password", GuardedHost.Password));
        var code = GuardedHost.Between(await given.Content.ReadAsStringAsync(), "id=\"new-code\">", "<");
        await SendAsync(stranger, "/sign-in/code", ("code", code), ("password", NewPassword), ("again", NewPassword));
        using var made = await guarded.PostAsync(browser, "/security?handler=Token", ("name", "nightly"), ("scopes", "read"), ("days", "30"), ("password", GuardedHost.Password));
        var token = GuardedHost.Between(await made.Content.ReadAsStringAsync(), "id=\"new-token\">", "<");
        bodies.Add(await guarded.BodyAsync("/ajax/account/1", cookie: null, token));
        bodies.Add(await guarded.BodyAsync("/ajax/account/1", cookie: null, WrongToken));
        var session = await guarded.CookieOfAsync(ann);
        foreach (var path in new[] { "/", "/help", "/history", "/settings", "/security", "/security/people", "/security/audit", "/security/backups", "/no-such-page" })
        {
            bodies.Add(await guarded.BodyAsync(path, session));
        }

        string[] secrets = [GuardedHost.Password, WrongPassword, NewPassword, WrongToken, PasswordAsName, code, token, session["bb-session=".Length..]];
        Assert.Contains(log.All, line => line.Text.Contains("bb_sessions", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(log.All, line => line.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)));

        // What somebody typed as his name stands in its field again, and nowhere else.
        Assert.All(secrets, secret => Assert.DoesNotContain(bodies.Where((_, i) => secret != PasswordAsName || i != 1), body => body.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
