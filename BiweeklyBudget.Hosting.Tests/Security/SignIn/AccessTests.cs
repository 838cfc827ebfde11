using System.Globalization;
using System.Net;
using System.Text;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>
/// Every endpoint that there is, tried by everybody that there is: <c>eng/testdata/fixtures/access.csv</c> says who comes in. <c>in</c> is any answer of the endpoint itself, <c>ask</c> is 401, <c>no</c> is 403.
/// </summary>
public sealed class AccessTests
{
    private static readonly string[] Visitors = ["nobody", "disabled", "read-only", "member", "owner", "token-read", "token-write", "token-statements"];

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says_and_nobody_else()
    {
        await using var guarded = await GuardedHost.StartAsync();
        var senders = await SendersAsync(guarded);
        var tried = new List<string> { "method,route," + string.Join(',', Visitors) };
        foreach (var (method, pattern) in Endpoints(guarded))
        {
            var row = new StringBuilder($"{method},{pattern}");
            foreach (var visitor in Visitors)
            {
                row.Append(',').Append(await TryAsync(guarded, method, pattern, senders[visitor]));
            }

            tried.Add(row.ToString());
        }

        var expected = await File.ReadAllLinesAsync(TestData.Fixture("access.csv"));
        Assert.True(expected.SequenceEqual(tried, StringComparer.Ordinal), "What differs from the table:\n" + string.Join('\n', tried.Except(expected, StringComparer.Ordinal).Select(row => "+ " + row).Concat(expected.Except(tried, StringComparer.Ordinal).Select(row => "- " + row))));
    }

    [Fact]
    public async Task Another_spelling_of_an_address_is_the_same_address()
    {
        await using var guarded = await GuardedHost.StartAsync();
        foreach (var path in new[] { "/TRANSACTIONS", "/transactions/", "/%74ransactions", "/transactions%2F", "/./transactions", "/bb/../transactions", "/bb/%2e%2e/transactions", "/healthz/../transactions", "/sign-in/../transactions", "/transactions;x=1", "/nothing" })
        {
            using var response = await guarded.Host.GetAsync(path);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {(int)response.StatusCode}");
            Assert.DoesNotContain("table-transactions", body, StringComparison.Ordinal);
        }
    }

    private static async Task<Dictionary<string, Action<HttpRequestMessage>>> SendersAsync(GuardedHost guarded)
    {
        var (reader, member, owner, gone) = (await guarded.AddAsync("reader", UserRole.ReadOnly), await guarded.AddAsync("member", UserRole.Member), await guarded.AddAsync("owner", UserRole.Owner), await guarded.AddAsync("gone", UserRole.Owner));
        var cookies = new Dictionary<string, string>();
        foreach (var user in new[] { reader, member, owner, gone })
        {
            cookies[user.Name] = await guarded.CookieOfAsync(user);
        }

        // Disabled without his session being ended, so that it is his state that keeps him out.
        await using (var book = guarded.Engine.OpenBook())
        {
            await book.Users.SetDisabledAsync(gone.Id, isDisabled: true);
        }

        cookies[gone.Name] = await guarded.CookieOfAsync(gone);
        var senders = new Dictionary<string, Action<HttpRequestMessage>>
        {
            ["nobody"] = _ => { },
            ["disabled"] = request => request.Headers.Add("Cookie", cookies["gone"]),
            ["read-only"] = request => request.Headers.Add("Cookie", cookies["reader"]),
            ["member"] = request => request.Headers.Add("Cookie", cookies["member"]),
            ["owner"] = request => request.Headers.Add("Cookie", cookies["owner"]),
        };
        foreach (var (name, scopes) in new[] { ("token-read", TokenScopes.Read), ("token-write", TokenScopes.Write), ("token-statements", TokenScopes.Statements) })
        {
            var token = await guarded.TokenOfAsync(owner, scopes);
            senders[name] = request => request.Headers.Add("Authorization", "Bearer " + token);
        }

        return senders;
    }

    private static IEnumerable<(string Method, string Pattern)> Endpoints(GuardedHost guarded) =>
        AppRoute.Of(guarded.Host.Services)
            .SelectMany(route => (route.Methods.Count == 0 ? ["GET", "POST"] : route.Methods).Select(method => (Method: method, route.Pattern)))
            .Where(endpoint => endpoint.Method != "HEAD")
            .Distinct()
            .OrderBy(endpoint => endpoint.Pattern, StringComparer.Ordinal)
            .ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal);

    private static async Task<string> TryAsync(GuardedHost guarded, string method, string pattern, Action<HttpRequestMessage> sign)
    {
        // Who signs out is out, which is not what is asked here.
        var path = Example(pattern);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (pattern != "/sign-out")
        {
            sign(request);
        }

        if (method == "POST")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await guarded.Host.Client.SendAsync(request);
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{method} {path}: {(int)response.StatusCode}\n{string.Join('\n', guarded.Host.Errors)}");
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "ask",
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.Found when response.Headers.Location?.OriginalString.StartsWith("/sign-in?", StringComparison.Ordinal) == true && pattern != "/sign-out" => "ask",
            _ => "in",
        };
    }

    // An address of the route; whether there is such a record does not matter here.
    private static string Example(string pattern)
    {
        var path = new StringBuilder();
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/').Append(part switch
            {
                ['{', ..] when part.Contains("date", StringComparison.Ordinal) => "2017-07-21",
                ['{', ..] when part.Contains("kind", StringComparison.Ordinal) => "transaction",
                ['{', ..] when part.Contains("name", StringComparison.Ordinal) => "css/pages.css",
                ['{', ..] when part.Contains("method", StringComparison.Ordinal) => "MinPaymentMethod",
                ['{', ..] => 1.ToString(CultureInfo.InvariantCulture),
                _ => part,
            });
        }

        return path.Length == 0 ? "/" : path.ToString();
    }
}
