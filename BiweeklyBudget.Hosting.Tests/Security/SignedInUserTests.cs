using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Security;

public sealed class SignedInUserTests
{
    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData(null, null)]
    public async Task What_is_saved_is_recorded_under_the_name_of_whoever_the_host_signed_in(string? user, string? who)
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample, builder => builder.Services.AddSingleton<IStartupFilter>(new SignIn(user)));
        using var reply = await host.Client.PostAsJsonAsync("/forms/budget", new { name = "Gifts", is_periodic = false, current_balance = "5", description = "", is_active = true, is_income = false, omit_from_graphs = false });
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        await using var book = host.Services.GetRequiredService<BudgetEngine>().OpenBook();
        var change = Assert.Single((await book.Changes.ListAsync()).Rows);
        Assert.Equal(("SaveBudget", who), (change.Operation, change.Who));
    }

    /// <summary>A host that knows who everybody is.</summary>
    private sealed class SignIn(string? user) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.User = user is null ? new ClaimsPrincipal(new ClaimsIdentity()) : new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "test"));
                return rest(context);
            });
            next(app);
        };
    }
}
