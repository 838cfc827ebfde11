using System.Net;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

/// <summary>A program where everything asks for a signed-in user, with two books of different engines: whatever the order of its calls, nothing below their paths answers anybody else.</summary>
public sealed class SignedInTests : IAsyncLifetime
{
    private static readonly string[] Paths = ["/a", "/b"];

    private TestDatabase _first = null!;
    private TestDatabase _second = null!;

    public async Task InitializeAsync()
    {
        _first = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        _second = await TestDatabase.WithSampleDataAsync(DatabaseEngine.MySql);
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Theory]
    [InlineData("authentication authorization books")]
    [InlineData("books authentication authorization")]
    [InlineData("authentication books authorization")]
    [InlineData("books")]
    [InlineData("routing authentication authorization books")]
    public async Task Every_route_is_refused_to_the_anonymous_and_served_to_the_signed_in_in_all_orders_of_the_calls(string calls)
    {
        await using var program = await EmbeddingProgram.StartAsync(Register, app => Call(app, calls));
        using var ann = await program.SignInAsync();
        await program.WaitUntilReadyAsync(ann, Paths);
        foreach (var path in Paths)
        {
            foreach (var address in Addresses.All)
            {
                await AssertRefusedAsync(program.Client, HttpMethod.Get, path + address.Path);
                using var answer = await ann.GetAsync(new Uri(path + address.Path, UriKind.Relative));
                Assert.Equal((path + address.Path, address.StatusOf(Household.Sample)), (path + address.Path, (int)answer.StatusCode));
            }

            foreach (var route in AppRoute.Of(program.Services).Where(route => route.IsUnsafe))
            {
                await AssertRefusedAsync(program.Client, HttpMethod.Post, path + route.Pattern.Replace("{**fitid}", "1", StringComparison.Ordinal));
            }

            await AssertRefusedAsync(program.Client, HttpMethod.Get, path + "/bb/js/site.js");
            await AssertRefusedAsync(program.Client, HttpMethod.Get, path);
            await AssertRefusedAsync(program.Client, HttpMethod.Get, path + "/nothing");
        }

        await AssertRefusedAsync(program.Client, HttpMethod.Get, "/own");
        Assert.Equal("own", await ann.GetStringAsync(new Uri("/own", UriKind.Relative)));
    }

    [Fact]
    public async Task What_is_saved_below_one_path_is_in_that_book_alone_under_the_name_of_who_signed_in()
    {
        await using var program = await EmbeddingProgram.StartAsync(Register, app => Call(app, "books"));
        using var ann = await program.SignInAsync();
        await program.WaitUntilReadyAsync(ann, Paths);
        using var form = new StringContent("""{"name": "Gifts of b", "is_periodic": false, "current_balance": "5", "description": "", "is_active": true, "is_income": false, "omit_from_graphs": false}""", Encoding.UTF8, "application/json");
        using var reply = await ann.PostAsync(new Uri("/b/forms/budget", UriKind.Relative), form);

        Assert.Contains("\"success\":true", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Gifts of b", await ann.GetStringAsync(new Uri("/b/budgets", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("Gifts of b", await ann.GetStringAsync(new Uri("/a/budgets", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("SQLite", await ann.GetStringAsync(new Uri("/a/help", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("MySQL", await ann.GetStringAsync(new Uri("/b/help", UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        await using var context = _second.CreateContext();
        Assert.Equal("Ann", context.Changes.Single().Who);
    }

    private static void Call(WebApplication app, string calls)
    {
        foreach (var call in calls.Split(' '))
        {
            _ = call switch
            {
                "routing" => app.UseRouting(),
                "authentication" => app.UseAuthentication(),
                "authorization" => app.UseAuthorization(),
                _ => Map(app),
            };
        }
    }

    private static WebApplication Map(WebApplication app)
    {
        app.MapBiweeklyBudget("/a");
        app.MapBiweeklyBudget("/b", "second");
        app.MapGet("/own", () => "own");
        EmbeddingProgram.MapSignIn(app);
        return app;
    }

    private static async Task AssertRefusedAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await client.SendAsync(request);
        Assert.Equal((path, HttpStatusCode.Found, "/sign-in"), (path, response.StatusCode, response.Headers.Location?.AbsolutePath));
    }

    private void Register(WebApplicationBuilder builder)
    {
        EmbeddingProgram.AskForSignIn(builder);
        builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(_first));
        builder.Services.AddBiweeklyBudget("second", EmbeddingProgram.ConfigurationOf(_second));
    }
}
