using System.Net;
using System.Xml.Linq;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Embedding;

/// <summary>What a program that serves a book notices of it outside of its path: nothing.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 1)]
    public async Task Sql_is_logged_only_when_asked_for(string echo, int least)
    {
        var settings = RecordedSettings.For(_database.Url);
        settings["SQL_ECHO"] = echo;
        await using var program = await StartAsync(_ => { }, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var before = program.Log.Count;
        await program.Client.GetStringAsync(new Uri("/money/", UriKind.Relative));

        var statements = program.Log.Skip(before).Count(line => line.Text.Contains("SELECT", StringComparison.Ordinal));
        Assert.InRange(statements, least, least * 1000);
        Assert.DoesNotContain(program.Log.Skip(before), line => line.Category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_of_the_same_address_stay_the_programs_and_ours_answer_below_the_path_only()
    {
        await using var program = await StartAsync(_ => { }, use: app => app.UseStaticFiles());

        Assert.Equal("body { color: rebeccapurple }", await program.Client.GetStringAsync(new Uri("/bb/css/pages.css", UriKind.Relative)));
        Assert.Contains("--bb-", await program.Client.GetStringAsync(new Uri("/money/bb/css/pages.css", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, "/bb/js/site.js"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/money/bb/js/site.js"));
    }

    [Fact]
    public async Task Error_pages_and_headers_outside_are_the_programs()
    {
        await using var program = await StartAsync(_ => { }, use: app => app.UseStatusCodePages(context => context.HttpContext.Response.WriteAsync("the program's error page")));

        using var nothing = await program.Client.GetAsync(new Uri("/nothing", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "the program's error page"), (nothing.StatusCode, await nothing.Content.ReadAsStringAsync()));
        Assert.False(nothing.Headers.Contains("Content-Security-Policy"));
        using var ours = await program.Client.GetAsync(new Uri("/money/nothing", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, ours.StatusCode);
        Assert.Contains("BiweeklyBudget</title>", await ours.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_is_made_by_a_start_and_a_look_at_every_page()
    {
        var keys = new Keys();
        await using var program = await StartAsync(builder => builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys));
        foreach (var address in Addresses.All)
        {
            Assert.Equal((address.Path, address.StatusOf(Household.Sample)), (address.Path, (int)await StatusAsync(program, "/money" + address.Path)));
        }

        Assert.Equal((0, 0), (keys.Reads, keys.Written));
        Assert.DoesNotContain(program.Log, line => line.Category.Contains("DataProtection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_that_protects_data_finds_its_keys_made_as_without_us(bool isBefore)
    {
        var keys = new Keys();
        await using var program = await EmbeddingProgram.StartAsync(
            builder =>
            {
                builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys);
                if (isBefore)
                {
                    builder.Services.AddDataProtection();
                }

                builder.Services.AddBiweeklyBudget(EmbeddingProgram.ConfigurationOf(_database));
                if (!isBefore)
                {
                    builder.Services.AddDataProtection();
                }
            },
            app => app.MapBiweeklyBudget("/money"));

        Assert.Equal(1, keys.Written);
    }

    [Fact]
    public void The_library_has_no_public_program() =>
        Assert.DoesNotContain(typeof(BiweeklyBudgetApp).Assembly.GetExportedTypes(), type => type.Name.Contains("Program", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_is_warned_about_by_serving_a_page()
    {
        await using var program = await StartAsync(_ => { });
        await program.Client.GetStringAsync(new Uri("/money/", UriKind.Relative));

        Assert.DoesNotContain(program.Log, line => line.Level >= LogLevel.Warning);
    }

    private static async Task<HttpStatusCode> StatusAsync(EmbeddingProgram program, string path)
    {
        using var response = await program.Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<EmbeddingProgram> StartAsync(Action<WebApplicationBuilder> configure, IConfiguration? settings = null, Action<WebApplication>? use = null)
    {
        var program = await EmbeddingProgram.StartAsync(
            builder =>
            {
                configure(builder);
                builder.Services.AddBiweeklyBudget(settings ?? EmbeddingProgram.ConfigurationOf(_database));
            },
            app =>
            {
                use?.Invoke(app);
                app.MapBiweeklyBudget("/money");
            });
        await program.WaitUntilReadyAsync(program.Client, "/money");
        return program;
    }

    /// <summary>Where keys would be kept.</summary>
    private sealed class Keys : IXmlRepository
    {
        public int Reads { get; private set; }

        public int Written { get; private set; }

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            Reads++;
            return [];
        }

        public void StoreElement(XElement element, string friendlyName) => Written++;
    }
}
