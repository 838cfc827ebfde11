using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class RequestBookTests
{
    [Fact]
    public async Task What_needs_no_book_is_answered_without_opening_one()
    {
        var opened = 0;
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample, builder => builder.Services.Replace(ServiceDescriptor.Scoped(provider =>
        {
            Interlocked.Increment(ref opened);
            return provider.GetRequiredService<BudgetEngine>().OpenBook();
        })));
        foreach (var path in new[] { "/healthz/live", "/bb/css/pages.css" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path));
            Assert.Equal(0, opened);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/accounts"));
        Assert.Equal(1, opened);
    }

    private static async Task<HttpStatusCode> StatusAsync(InProcessHost host, string path)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
