using System.Net;
using System.Text.RegularExpressions;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A web program of somebody else: it asks everybody to sign in, has a page, a style sheet at an address that ours has too, a health check and error pages of its own, and serves two books or none.</summary>
internal static partial class FamilyProgram
{
    /// <summary>The files of it, by their paths. The setting <c>Calls</c> says in which order it builds its pipeline; without the word <c>books</c> it knows nothing of us.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["Program.cs"] = """
            using System.Security.Claims;
            using BiweeklyBudget.Hosting;
            using Microsoft.AspNetCore.Authentication;
            using Microsoft.AspNetCore.Authentication.Cookies;
            using Microsoft.AspNetCore.Authorization;

            var builder = WebApplication.CreateBuilder(args);
            var calls = builder.Configuration["Calls"]!.Split(' ');
            if (calls.Contains("books"))
            {
                builder.Services.AddBiweeklyBudget(builder.Configuration.GetSection("First"));
                builder.Services.AddBiweeklyBudget("second", builder.Configuration.GetSection("Second"));
            }

            builder.Services.AddRazorPages();
            builder.Services.AddHealthChecks();
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/sign-in");
            builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            var app = builder.Build();
            app.UseStatusCodePagesWithReExecute("/oops/{0}");
            foreach (var call in calls)
            {
                switch (call)
                {
                    case "authentication":
                        app.UseAuthentication();
                        break;
                    case "authorization":
                        app.UseAuthorization();
                        break;
                    case "books":
                        app.MapBiweeklyBudget("/a");
                        app.MapBiweeklyBudget("/b", "second");
                        break;
                    case "own":
                        app.UseStaticFiles();
                        app.MapRazorPages();
                        app.MapHealthChecks("/health").AllowAnonymous();
                        app.MapPost("/sign-in", (HttpContext context) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ann")], CookieAuthenticationDefaults.AuthenticationScheme)))).AllowAnonymous();
                        break;
                }
            }

            app.Run();
            """,
        ["Pages/Own.cshtml"] = """
            @page "/own"
            <p>a page of the program</p>
            """,
        ["Pages/Oops.cshtml"] = """
            @page "/oops/{status}"
            <p>an error page of the program: @RouteData.Values["status"]</p>
            """,
        ["wwwroot/bb/css/pages.css"] = "body { color: rebeccapurple }",
    };

    /// <summary>Orders of the calls that serve the books.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["authentication authorization books own", "books own authentication authorization", "own books"];

    /// <summary>The settings of a section.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Section(string name, string url) => RecordedSettings.For(url).Select(setting => KeyValuePair.Create($"{name}__{setting.Key}", setting.Value));

    /// <summary>Somebody who has signed in.</summary>
    public static async Task<HttpClient> SignInAsync(Uri program, string address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program };
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return client;
    }

    /// <summary>Starts the program, checks what is below the books' paths, and describes all that the program itself shows: pages, files, health, errors, headers, and who speaks in its log.</summary>
    public static async Task<string> LookAsync(string assembly, IReadOnlyDictionary<string, string?> settings, string calls)
    {
        // What a new web program says in its appsettings.json; without it, the framework tells of each request.
        var environment = new Dictionary<string, string?>(settings) { ["Calls"] = calls, ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning" };
        await using var host = HostProcess.Launch(assembly, environment, "--contentRoot", Path.GetFullPath(Path.Combine(Path.GetDirectoryName(assembly)!, "..", "..", "..")));
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/health");
        using var ann = await SignInAsync(host.Address, "/sign-in");
        if (calls.Contains("books", StringComparison.Ordinal))
        {
            foreach (var path in new[] { "/a", "/b" })
            {
                await AssertServedAsync(host, ann, path);
            }
        }

        var seen = new List<string>();
        foreach (var path in new[] { "/own", "/bb/css/pages.css", "/health", "/nothing", "/payperiods" })
        {
            foreach (var client in new[] { host.Client, ann })
            {
                seen.Add(await DescribeAsync(client, path));
            }
        }

        return string.Join('\n', [.. seen, .. Speakers().Matches(host.Output).Select(match => match.Value).Where(who => !who.Contains("BiweeklyBudget", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static async Task AssertServedAsync(HostProcess host, HttpClient ann, string path)
    {
        for (var tries = 0; ; tries++)
        {
            using var ready = await ann.GetAsync(new Uri(path + "/healthz/ready", UriKind.Relative));
            if (ready.StatusCode == HttpStatusCode.OK)
            {
                break;
            }

            Assert.True(tries < 1200, host.Output);
            await Task.Delay(50);
        }

        foreach (var below in new[] { "", "/payperiods", "/transactions.csv", "/ajax/transactions/1", "/bb/css/pages.css", "/bb/lib/bootstrap.min.css", "/bb/features/reconciling/reconcile.js", "/nothing" })
        {
            using var refused = await host.GetAsync(path + below);
            Assert.Equal((below, HttpStatusCode.Found, "/sign-in"), (below, refused.StatusCode, refused.Headers.Location?.AbsolutePath));
            using var served = await ann.GetAsync(new Uri(path + below, UriKind.Relative));
            Assert.Equal((below, below is "/nothing" or "/ajax/transactions/1" ? HttpStatusCode.NotFound : HttpStatusCode.OK), (below, served.StatusCode));
            Assert.DoesNotContain("of the program", await served.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<string> DescribeAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Last-Modified" or "Location")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{path} {(int)response.StatusCode} {response.Headers.Location?.AbsolutePath} {string.Join("; ", headers)} {await response.Content.ReadAsStringAsync()}";
    }

    [GeneratedRegex(@"^(info|warn|fail|crit): \S+\[", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Speakers();
}
