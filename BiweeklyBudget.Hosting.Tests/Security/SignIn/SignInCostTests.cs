using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>To know who is there takes one SQL statement a request, and none for what everybody may have.</summary>
public sealed class SignInCostTests
{
    private static readonly string[] Pages = ["/payperiods", "/accounts", "/budgets", "/ajax/account/1", "/transactions.csv", "/dialogs/transaction/1"];

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
            var isDownload = page.EndsWith(".csv", StringComparison.Ordinal);
            if (isDownload)
            {
                // What is downloaded is in the audit log, and on SQLite, where one number tells that somebody has written and not what, the next request reads anew what is kept: after the same write, here too.
                await using var book = host.Services.GetRequiredService<BudgetEngine>().OpenBook();
                await book.Audit.AddAsync(AuditKind.Export, "transactions.csv");
            }

            // More than there: who is there; and for a download the log's end, read under a lock, and the entry with the new end, in one.
            var (without, with) = (await open.CountAsync(() => host.PageAsync(page)), await asked.CountAsync(() => GetAsync(guarded, page, cookie)));
            var (ofSessions, ofLog) = (asked.Statements.Count(statement => statement.Contains("bb_sessions", StringComparison.Ordinal)), asked.Statements.Count(statement => statement.Contains("bb_audit", StringComparison.Ordinal)));
            Assert.Equal((page, 1, isDownload ? 2 : 0), (page, ofSessions, ofLog));
            Assert.Equal((page, without + ofSessions + ofLog), (page, with));
        }

        foreach (var path in new[] { "/bb/css/pages.css", "/healthz/live", "/utils/datetest.js" })
        {
            Assert.Equal((path, 0), (path, await asked.CountAsync(() => GetAsync(guarded, path, cookie))));
        }
    }

    private static void Count(WebApplicationBuilder builder, StatementCounter counter) => builder.Services.Configure<BudgetEngineOptions>(options => options.ConfigureContext = context => counter.Attach(context));

    private static async Task GetAsync(GuardedHost guarded, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
        using var response = await guarded.Host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
