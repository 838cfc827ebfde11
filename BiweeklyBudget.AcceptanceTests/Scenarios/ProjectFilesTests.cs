using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What the project files promise whoever builds, publishes or packs from sources.</summary>
public sealed class ProjectFilesTests(ProjectFiles projects) : IClassFixture<ProjectFiles>
{
    // What `CI=true dotnet publish --runtime` restores, with the lock files as they are.
    [Theory]
    [InlineData("BiweeklyBudget.Hosting", "linux-x64")]
    [InlineData("BiweeklyBudget.InitDb", "linux-arm64")]
    [InlineData("BiweeklyBudget.App", "win-x64")]
    public async Task The_lock_files_know_the_platforms_that_programs_are_published_for(string project, string platform)
    {
        await projects.DotNetAsync("restore", project, "-property:RuntimeIdentifier=" + platform);

        using var restored = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(projects.Root, project, "obj", "project.assets.json")));
        var targets = restored.RootElement.GetProperty("targets").EnumerateObject().Select(target => target.Name);
        Assert.Equal(["net10.0", "net10.0/linux-arm64", "net10.0/linux-x64", "net10.0/osx-arm64", "net10.0/osx-x64", "net10.0/win-x64"], targets.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("BiweeklyBudget.InitDb")]
    [InlineData("BiweeklyBudget.App")]
    public async Task Packing_a_tool_goes_by_the_same_lock_files(string project) =>
        Assert.Contains("Restored", await projects.DotNetAsync("restore", project, "-property:_IsPacking=true", "--force"), StringComparison.Ordinal);

    [Fact]
    public async Task The_version_is_that_of_the_tag_and_there_is_one_without_tags_without_history_and_without_Git()
    {
        await projects.DotNetAsync("restore", "BiweeklyBudget.Core");
        Assert.Equal("0.0.0-alpha.0", await projects.VersionAsync("BiweeklyBudget.Core"));

        await projects.GitAsync("init", "--quiet");
        await projects.GitAsync("commit", "--quiet", "--allow-empty", "--message", "First");
        Assert.Equal("0.0.0-alpha.0", await projects.VersionAsync("BiweeklyBudget.Core"));

        await projects.GitAsync("tag", "v1.2.3");
        Assert.Equal("1.2.3", await projects.VersionAsync("BiweeklyBudget.Core"));

        await projects.GitAsync("commit", "--quiet", "--allow-empty", "--message", "Second");
        Assert.Equal("1.2.4-alpha.0.1", await projects.VersionAsync("BiweeklyBudget.Core"));

        // What a clone of depth 1 has: the last commit, and a note of where it was cut off.
        var last = (await projects.GitAsync("rev-parse", "HEAD")).Trim();
        await projects.GitAsync("tag", "--delete", "v1.2.3");
        await File.WriteAllTextAsync(Path.Combine(projects.Root, ".git", "shallow"), last + "\n");
        Assert.StartsWith("0.0.0-alpha.0", await projects.VersionAsync("BiweeklyBudget.Core"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://github.com/somebody/money.git", "https://github.com/somebody/money")]
    [InlineData("git@github.com:somebody/money.git", "https://github.com/somebody/money")]
    [InlineData("ssh://git@git.example.org:2222/group/money", "https://git.example.org/group/money")]
    [InlineData("https://user:secret@git.example.org/money.git", "https://git.example.org/money")]
    [InlineData("/srv/git/money.git", "")]
    public async Task Packages_name_the_place_that_the_clone_came_from(string remote, string address)
    {
        var configuration = Path.Combine(projects.Root, "remote.config");
        await File.WriteAllTextAsync(configuration, $"[remote \"origin\"]\n\turl = {remote}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n");

        var properties = await projects.DotNetAsync("msbuild", "BiweeklyBudget.Core", "-nologo", $"-property:GitConfigFile={configuration}", "-getProperty:PackageProjectUrl,PackageReleaseNotes");

        using var json = JsonDocument.Parse(properties);
        var said = json.RootElement.GetProperty("Properties");
        Assert.Equal(address, said.GetProperty("PackageProjectUrl").GetString());
        Assert.StartsWith(address.Length > 0 ? address + "/blob/HEAD/CHANGELOG.md" : "CHANGELOG.md in this package", said.GetProperty("PackageReleaseNotes").GetString(), StringComparison.Ordinal);
    }
}
