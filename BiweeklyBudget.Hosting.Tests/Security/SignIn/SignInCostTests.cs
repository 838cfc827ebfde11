using System.Text.RegularExpressions;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>To know who is there takes one SQL statement a request, and none for what everybody may have.</summary>
public sealed partial class SignInCostTests
{
    private static readonly string[] Pages = ["/payperiods", "/accounts", "/budgets", "/ajax/account/1", "/transactions.csv", "/dialogs/transaction/1"];

    // Who is there.
    private static readonly string[] ASession = ["bb_sessions"];

    // The log's end, read under a lock; the entry and the new end, in one.
    private static readonly string[] AnEntry = ["bb_audit_head", "bb_audit"];

    // SQLite tells by one number that somebody has written, and not what: after the download before, also of the log alone, what is kept is read anew.
    private static readonly string[] AfterAWrite = ["?", "?", "?", "?"];

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task One_statement_more_than_where_nobody_is_asked(DatabaseEngine engine)
    {
        var open = new StatementCounter();
        await using var host = await InProcessHost.StartAsync(engine, Household.Sample, builder => Count(builder, open));
        var asked = new StatementCounter();
        await using var guarded = await GuardedHost.StartAsync(engine, configure: builder => Count(builder, asked));
        var cookie = await guarded.CookieOfAsync(await guarded.AddAsync("ann", UserRole.Owner));
        foreach (var page in Pages)
        {
            // What is read once and kept is read by then. MySQL tells the second of a write.
            await Task.Delay(TimeSpan.FromSeconds(engine == DatabaseEngine.MySql && page == Pages[0] ? 1.1 : 0));
            await host.PageAsync(page);
            await GetAsync(guarded, page, cookie);
            // What is downloaded is in the audit log: its end is read under a lock, and the entry written.
            var isDownload = page.EndsWith(".csv", StringComparison.Ordinal);
            var (without, with) = (await open.CountAsync(() => host.PageAsync(page)), await asked.CountAsync(() => GetAsync(guarded, page, cookie)));
            Assert.Equal((page, isDownload ? 2 : 0), (page, asked.Statements.Count(statement => statement.Contains("bb_audit", StringComparison.Ordinal))));
            string[] more = isDownload && engine == DatabaseEngine.Sqlite ? [.. ASession, .. AnEntry, .. AfterAWrite] : isDownload ? [.. ASession, .. AnEntry] : ASession;
            Assert.Equal((page, string.Join('\n', more.Order(StringComparer.Ordinal))), (page, string.Join('\n', More(open.Statements, asked.Statements).Order(StringComparer.Ordinal))));
            Assert.Equal((page, without + more.Length), (page, with));
        }

        foreach (var path in new[] { "/bb/css/site.css", "/healthz/live", "/utils/datetest.js" })
        {
            Assert.Equal((path, 0), (path, await asked.CountAsync(() => GetAsync(guarded, path, cookie))));
        }
    }

    // The tables of the statements that one of two lists has and the other has not.
    private static IEnumerable<string> More(IReadOnlyList<string> without, IReadOnlyList<string> with)
    {
        var rest = without.ToList();
        return with.Where(statement => !rest.Remove(statement)).Select(statement => Table().Match(statement) is { Success: true } table ? table.Groups["name"].Value : statement);
    }

    [GeneratedRegex("(?:FROM|INTO|UPDATE) [\"`]?(?<name>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    private static void Count(WebApplicationBuilder builder, StatementCounter counter) => builder.Services.Configure<BudgetEngineOptions>(options => options.ConfigureContext = context => counter.Attach(context));

    private static async Task GetAsync(GuardedHost guarded, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
        using var response = await guarded.Host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
