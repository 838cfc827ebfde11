namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// The project files of the checkout in a folder of their own, without any source: enough to restore and to ask for versions. Doing either in the checkout
/// would disturb whatever is built there at the same time.
/// </summary>
public sealed class ProjectFiles : IDisposable
{
    private static readonly string[] Endings = [".csproj", ".props", ".targets", "packages.lock.json", "nuget.config", "global.json"];
    private static readonly string[] Folders = ["BiweeklyBudget.App", "BiweeklyBudget.Core", "BiweeklyBudget.Core/buildTransitive", "BiweeklyBudget.Hosting", "BiweeklyBudget.InitDb", "eng", "eng/Packing"];

    private static readonly Dictionary<string, string?> Environment = new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["MSBUILDTERMINALLOGGER"] = "off", ["GIT_CONFIG_GLOBAL"] = "/dev/null" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bbprojects-");

    public ProjectFiles()
    {
        foreach (var folder in Folders.Prepend("."))
        {
            var to = Directory.CreateDirectory(Path.Combine(Root, folder)).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder)).Where(file => Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
        }
    }

    /// <summary>The folder.</summary>
    public string Root => _folder.FullName;

    /// <summary>Runs <c>dotnet</c> there, as continuous integration does, and returns what it says.</summary>
    public Task<string> DotNetAsync(params string[] arguments) =>
        ChildProcess.RunAsync(Checkout.DotNet, [.. arguments, Checkout.OneProcess], new Dictionary<string, string?>(Environment) { ["CI"] = "true" }, Root, TimeSpan.FromMinutes(3));

    /// <summary>Runs <c>git</c> there.</summary>
    public Task<string> GitAsync(params string[] arguments) =>
        ChildProcess.RunAsync("git", ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", .. arguments], Environment, Root, TimeSpan.FromMinutes(1));

    /// <summary>The version that a project's package would have.</summary>
    /// <param name="project">For example <c>BiweeklyBudget.Core</c>; restored before.</param>
    public async Task<string> VersionAsync(string project) => (await DotNetAsync("msbuild", project, "-nologo", "-target:MinVer", "-getProperty:PackageVersion")).Trim();

    public void Dispose()
    {
        // Git's objects are read-only.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }
}
