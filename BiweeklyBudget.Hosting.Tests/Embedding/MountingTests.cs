using System.Net;
using System.Threading.RateLimiting;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui.Assets;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

/// <summary>The mount is an endpoint as any other.</summary>
public sealed class MountingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_mount_can_ask_for_a_policy_of_its_own()
    {
        await using var program = await StartAsync(
            app =>
            {
                app.MapBiweeklyBudget("/money").RequireAuthorization("Family");
                EmbeddingProgram.MapSignIn(app);
            },
            builder =>
            {
                EmbeddingProgram.AskForSignIn(builder);
                builder.Services.AddAuthorizationBuilder().AddPolicy("Family", policy => policy.RequireUserName("Bob"));
            });
        using var ann = await program.SignInAsync();

        // Signed in, but not of the family.
        Assert.Equal("/Account/AccessDenied", await LocationAsync(ann, "/money/payperiods"));
        Assert.Equal("/sign-in", await LocationAsync(program.Client, "/money/transactions.csv"));
    }

    [Fact]
    public async Task A_limit_of_rate_and_a_host_filter_of_the_program_hold()
    {
        await using var program = await StartAsync(
            app =>
            {
                app.UseRateLimiter();
                app.MapBiweeklyBudget("/money").RequireRateLimiting("three").RequireHost("localhost", "127.0.0.1");
            },
            builder =>
            {
                builder.Services.Configure<BiweeklyBudgetOptions>(options => options.AllowedHosts = ["*"]);
                builder.Services.AddRateLimiter(limiter => limiter.AddPolicy("three", _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 3, Window = TimeSpan.FromHours(1) })));
            });
        using var other = new HttpRequestMessage(HttpMethod.Get, "/money/healthz/live") { Headers = { Host = "other.example" } };
        using var unknown = await program.Client.SendAsync(other);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await program.Client.GetAsync(new Uri("/money/healthz/live", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], statuses);
    }

    [Theory]
    [InlineData("http://partner.example", HttpStatusCode.OK)]
    [InlineData("http://stranger.example", HttpStatusCode.Forbidden)]
    public async Task A_cors_policy_of_the_program_lets_the_origins_in_that_it_names(string origin, HttpStatusCode status)
    {
        await using var program = await StartAsync(
            app =>
            {
                app.UseCors();
                app.MapBiweeklyBudget("/money").RequireCors("partners");
            },
            builder => builder.Services.AddCors(cors => cors.AddPolicy("partners", policy => policy.WithOrigins("http://partner.example").AllowAnyHeader())));
        await program.WaitUntilReadyAsync(program.Client, "/money");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/money/forms/budget")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Gifts", ["is_periodic"] = "false", ["current_balance"] = "5", ["is_active"] = "true" }),
            Headers = { { "Origin", origin }, { "Sec-Fetch-Site", "cross-site" } },
        };
        using var response = await program.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? origin : null, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null);
    }

    [Fact]
    public async Task A_cors_policy_for_any_origin_does_not_let_any_site_save()
    {
        await using var program = await StartAsync(
            app =>
            {
                app.UseCors();
                app.MapBiweeklyBudget("/money").RequireCors(policy => policy.AllowAnyOrigin());
            },
            builder => builder.Services.AddCors());
        await program.WaitUntilReadyAsync(program.Client, "/money");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/money/forms/budget") { Content = new FormUrlEncodedContent([]), Headers = { { "Origin", "http://stranger.example" } } };
        using var response = await program.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task In_a_group_with_parameters_the_pages_know_their_address_and_the_program_gets_its_request_back()
    {
        var after = new List<string>();
        await using var program = await StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                var services = context.RequestServices;
                await next(context);
                after.Add($"{context.Request.PathBase}|{context.Request.Path}|{context.Request.RouteValues["family"]}|{context.GetEndpoint()?.DisplayName}|{ReferenceEquals(services, context.RequestServices)}");
            });
            app.UseRouting();
            app.MapGroup("/families/{family}").MapBiweeklyBudget("/money");
        });
        await program.WaitUntilReadyAsync(program.Client, "/families/smith%20&%20co/money");
        after.Clear();

        using var page = new HtmlParser().ParseDocument(await program.Client.GetStringAsync(new Uri("/families/smith%20&%20co/money/payperiods", UriKind.Relative)));
        Assert.Equal("/families/smith%20&%20co/money", page.DocumentElement.GetAttribute("data-base"));
        Assert.Equal("/families/smith & co/money" + AssetEndpoints.Versioned("/bb/css/pages.css"), Uri.UnescapeDataString(page.QuerySelector("link[href$='/pages.css']")!.GetAttribute("href")!));
        Assert.Contains("data-base=\"/families/jones/money\"", await program.Client.GetStringAsync(new Uri("/families/jones/money", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(["|/families/smith%20&%20co/money/payperiods|smith & co|BiweeklyBudget|True", "|/families/jones/money|jones|BiweeklyBudget|True"], after);
        using var asked = new HtmlParser().ParseDocument(await program.Client.GetStringAsync(new Uri("/families/why%3F%23/money/payperiods", UriKind.Relative)));
        Assert.Equal("/families/why%3F%23/money" + AssetEndpoints.Versioned("/bb/css/pages.css"), asked.QuerySelector("link[href$='/pages.css']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task At_the_root_the_programs_own_endpoints_come_first()
    {
        await using var program = await StartAsync(app =>
        {
            app.MapBiweeklyBudget();
            app.MapGet("/budgets", () => "the program's budgets").WithOrder(7);
            app.MapFallback(() => "nobody else");
        });
        await program.WaitUntilReadyAsync(program.Client, "");

        Assert.Equal("the program's budgets", await program.Client.GetStringAsync(new Uri("/budgets", UriKind.Relative)));
        Assert.Contains("Pay Periods", await program.Client.GetStringAsync(new Uri("/payperiods", UriKind.Relative)), StringComparison.Ordinal);
        using var nothing = await program.Client.GetAsync(new Uri("/nothing", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Contains("BiweeklyBudget</title>", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catch_all_of_the_program_leaves_what_is_below_the_path_to_the_mount()
    {
        await using var program = await StartAsync(app =>
        {
            app.Map("/{**all}", () => "the program");
            app.MapBiweeklyBudget("/money");
        });
        await program.WaitUntilReadyAsync(program.Client, "/money");

        Assert.Equal("the program", await program.Client.GetStringAsync(new Uri("/moneyed", UriKind.Relative)));
        Assert.Contains("Pay Periods", await program.Client.GetStringAsync(new Uri("/money/payperiods", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_lists_one_endpoint_and_neither_pages_nor_routes_of_ours()
    {
        await using var program = await StartAsync(app =>
        {
            app.MapRazorPages();
            app.MapBiweeklyBudget("/money");
        });
        await program.WaitUntilReadyAsync(program.Client, "/money");
        Assert.Contains("Pay Periods", await program.Client.GetStringAsync(new Uri("/money/payperiods", UriKind.Relative)), StringComparison.Ordinal);

        using var ours = await program.Client.GetAsync(new Uri("/payperiods", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, 0), (ours.StatusCode, (await ours.Content.ReadAsByteArrayAsync()).Length));
        Assert.False(ours.Headers.Contains("Content-Security-Policy"));
        Assert.Single(program.Services.GetRequiredService<EndpointDataSource>().Endpoints, endpoint => endpoint.Metadata.GetMetadata<Mount>() is not null);
        Assert.DoesNotContain(program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), endpoint => endpoint.RoutePattern.RawText!.Contains("ajax", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task A_name_that_is_not_the_programs_saves_nothing(string host, HttpStatusCode status)
    {
        await using var program = await StartAsync(app => app.MapBiweeklyBudget("/money"));
        await program.WaitUntilReadyAsync(program.Client, "/money");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/money/forms/budget")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Gifts", ["is_periodic"] = "false", ["current_balance"] = "5", ["is_active"] = "true" }),
            Headers = { Host = $"{host}:{program.Address.Port}" },
        };
        request.Headers.Add("Origin", $"http://{host}:{program.Address.Port}");
        using var response = await program.Client.SendAsync(request);

        Assert.True(response.StatusCode == status, await response.Content.ReadAsStringAsync());
        await using var context = _database.CreateContext();
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, context.Budgets.Count());
    }

    [Theory]
    [InlineData("*", "evil.example", HttpStatusCode.OK)]
    [InlineData("money.example", "money.example", HttpStatusCode.OK)]
    [InlineData("*.example", "money.example", HttpStatusCode.OK)]
    [InlineData("money.example", "localhost", HttpStatusCode.BadRequest)]
    public async Task The_options_name_the_hosts(string allowed, string host, HttpStatusCode status)
    {
        await using var program = await StartAsync(app => app.MapBiweeklyBudget("/money"), builder => builder.Services.Configure<BiweeklyBudgetOptions>(options => options.AllowedHosts = [allowed]));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/money/healthz/live") { Headers = { Host = host } };
        using var response = await program.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task What_the_program_asked_for_itself_in_a_request_is_not_what_the_pages_of_another_book_get()
    {
        await using var other = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var program = await StartAsync(
            app =>
            {
                app.Use(async (HttpContext context, RequestDelegate next) =>
                {
                    // The book without a name, as a program of its own uses it.
                    await context.RequestServices.GetRequiredService<BudgetBook>().Accounts.ListAsync();
                    await next(context);
                });
                app.MapBiweeklyBudget("/other", "other");
            },
            builder => builder.Services.AddBiweeklyBudget("other", EmbeddingProgram.ConfigurationOf(other)));
        await program.WaitUntilReadyAsync(program.Client, "/other");
        using var reply = await program.Client.PostAsync(
            new Uri("/other/forms/budget", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "Gifts", ["is_periodic"] = "false", ["current_balance"] = "5", ["is_active"] = "true" }));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        await using var named = other.CreateContext();
        await using var without = _database.CreateContext();
        Assert.Equal((1, 0), (named.Budgets.Count(), without.Budgets.Count()));
    }

    [Fact]
    public async Task A_name_that_nothing_is_registered_by_is_said_when_it_is_mapped()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(app => app.MapBiweeklyBudget("/money", "nobody")));
        Assert.Contains("\"nobody\"", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> LocationAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.Headers.Location?.AbsolutePath;
    }

    private Task<EmbeddingProgram> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null) => EmbeddingProgram.StartAsync(
        builder =>
        {
            builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(_database));
            configure?.Invoke(builder);
        },
        map);
}
