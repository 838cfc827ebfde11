using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;
using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>A run of a guide's commands by somebody whose home is empty.</summary>
internal sealed class GuideRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bbguide-");
    private readonly MarkdownPage _page;

    public GuideRun(MarkdownPage page) => _page = page;

    private string Home => Folder("home");

    private string Outputs => Folder("outputs");

    private string StandInFolder => Folder("stand-ins");

    private string Programs => Folder("programs");

    /// <summary>Runs them; fails when one fails, or does not print what the guide says.</summary>
    /// <param name="isInstalled">Whether the two programs are installed before.</param>
    /// <param name="server">A server with a database of upstream's; null when the guide needs none.</param>
    public async Task RunAsync(bool isInstalled, MariaDbServer? server)
    {
        StandIns.Write(StandInFolder);
        StandIns.WriteInstalled(Programs, server);
        var tools = Path.Combine(Directory.CreateDirectory(Path.Combine(Home, ".dotnet")).FullName, "tools");
        if (isInstalled)
        {
            Directory.CreateSymbolicLink(tools, Programs);
        }

        if (server is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Home, ".my.cnf"), FormattableString.Invariant($"[client]\nhost={server.Host}\nport={server.Port}\nuser={server.User}\n"));
        }

        var script = Path.Combine(_root.FullName, "script");
        await File.WriteAllTextAsync(script, GuideScript.Of(_page, Outputs));
        await using var bash = ChildProcess.Start("bash", [script], Environment(isInstalled ? tools : null), Home);
        await bash.WaitForExitAsync(Limit);
        Assert.True(bash.ExitCode == 0, $"{_page.Path} {LastBlock()}\n{bash.Output}");
        await AssertPrintedAsync();
    }

    public void Dispose() => _root.Delete(recursive: true);

    private Dictionary<string, string?> Environment(string? tools) => new(StandIns.Variables(StandInFolder, Programs))
    {
        ["HOME"] = Home,
        ["PATH"] = string.Join(Path.PathSeparator, new[] { StandInFolder, tools, System.Environment.GetEnvironmentVariable("PATH") }.OfType<string>()),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.GetDirectoryName(Checkout.DotNet)!),
        ["GUIDE_PORT"] = Path.Combine(_root.FullName, "port"),
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    };

    private async Task AssertPrintedAsync()
    {
        for (var index = 1; index < _page.Blocks.Count; index++)
        {
            var (before, block) = (_page.Blocks[index - 1], _page.Blocks[index]);
            if (block is { Language: "text", FollowsBlock: true } && GuideScript.IsRun(before))
            {
                var output = await File.ReadAllTextAsync(GuideScript.OutputOf(before, Outputs));
                Assert.True(!GuideScript.NotPrinted(block.Text, output).Any(), $"{_page.Path}:{block.Line} says that this is printed:\n{string.Join('\n', GuideScript.NotPrinted(block.Text, output))}\nPrinted was:\n{output}");
            }
        }
    }

    // The one that failed, by its line, with what it printed.
    private string LastBlock() =>
        _page.Blocks.LastOrDefault(block => GuideScript.IsRun(block) && File.Exists(GuideScript.OutputOf(block, Outputs))) is { } block ? $"line {block.Line}:\n{block.Text}\n{File.ReadAllText(GuideScript.OutputOf(block, Outputs))}" : "";

    private string Folder(string name) => _root.CreateSubdirectory(name).FullName;
}
