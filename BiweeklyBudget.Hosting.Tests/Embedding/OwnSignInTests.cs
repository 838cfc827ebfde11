using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

/// <summary>A program with pages of its own in which one book asks by its own list of users and another asks nobody.</summary>
public sealed class OwnSignInTests
{
    [Fact]
    public async Task The_program_decides_which_book_asks_and_its_own_pages_are_as_they_were()
    {
        await using var first = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var second = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var program = await EmbeddingProgram.StartAsync(
            builder =>
            {
                builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(first));
                builder.Services.AddBiweeklyBudget("second", EmbeddingProgram.ConfigurationOf(second));
                builder.Services.Configure<BiweeklyBudgetOptions>(options => options.UsesOwnSignIn = true);
            },
            app =>
            {
                app.MapBiweeklyBudget("/a");
                app.MapBiweeklyBudget("/b", "second");
                app.MapGet("/own", () => "own");
            });
        await program.WaitUntilReadyAsync(program.Client, "/a", "/b");
        var budget = program.Services.GetRequiredService<BudgetEngine>();
        string cookie;
        await using (var book = budget.OpenBook())
        {
            cookie = "bb-session=" + await book.Sessions.OpenAsync((await book.Users.AddAsync("ann", UserRole.Owner, Passwords.Hash(GuardedHost.Password))).ValueOrThrow().Id, device: null);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/a/accounts", cookie: null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/a/accounts", cookie));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/b/accounts", cookie: null));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, "/b/sign-in", cookie: null));
        Assert.Equal("own", await program.Client.GetStringAsync(new Uri("/own", UriKind.Relative)));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "ann"), KeyValuePair.Create("password", GuardedHost.Password)]);
        using var signedIn = await program.Client.PostAsync(new Uri("/a/sign-in", UriKind.Relative), form);
        Assert.Equal((HttpStatusCode.Found, "/a/"), (signedIn.StatusCode, signedIn.Headers.Location?.OriginalString));
        Assert.Contains("path=/a;", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(EmbeddingProgram program, string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await program.Client.SendAsync(request);
        return response.StatusCode;
    }
}
