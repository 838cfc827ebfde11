using BiweeklyBudget.TestSupport;
using BiweeklyBudget.TestSupport.Markdown;
using MySqlConnector;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>The commands of the guides, run as they stand there (docs/guide/contribute.md, Guides).</summary>
public sealed class GuideTests
{
    private const string Start = "docs/guide/start.md";

    public static TheoryData<string> WithCommands => new(GuideScript.Guides.Where(page => page.Blocks.Any(GuideScript.IsRun)).Select(page => page.Path));

    [Theory]
    [MemberData(nameof(WithCommands))]
    public async Task Its_commands_work_and_print_what_it_says(string path)
    {
        var page = MarkdownPage.Read(path);
        var needsServer = page.Blocks.Any(block => GuideScript.IsRun(block) && block.Text.Contains(StandIns.ServerInGuides, StringComparison.Ordinal));
        await using var server = needsServer ? await ServerOfUpstreamAsync() : null;
        using var run = new GuideRun(page);
        await run.RunAsync(isInstalled: path != Start, server?.Server);
    }

    private static async Task<PrivateMariaDb> ServerOfUpstreamAsync()
    {
        var server = await PrivateMariaDb.StartAsync();
        await server.Server.CreateDatabaseAsync("budget");
        await server.Server.LoadAsync("budget", TestData.Fixture("peer-sampledata.sql"));
        await using var connection = new MySqlConnection(server.Server.AdoConnectionString());
        await connection.OpenAsync();
        await using var command = new MySqlCommand("CREATE USER 'budget' IDENTIFIED BY 'secret'; GRANT ALL ON *.* TO 'budget'", connection);
        await command.ExecuteNonQueryAsync();
        return server;
    }
}
