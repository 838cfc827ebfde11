using System.Globalization;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The packages of this build in a folder feed, and programs outside the checkout that use them. Other packages come from where they usually do.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>An address as a clone's remote would give.</summary>
    public const string ProjectAddress = "https://git.example.org/money/biweeklybudget";

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    private readonly string _root = Directory.CreateTempSubdirectory("bbfeed-").FullName;
    private readonly Dictionary<string, string?> _environment = new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["MSBUILDTERMINALLOGGER"] = "off" };
    private readonly Lazy<Task> _samples;

    public PackageFeed() => _samples = new(BuildSamplesAsync);

    /// <summary>A version that no feed has, so that no cache can answer for it.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test.{Environment.ProcessId}");

    /// <summary>The feed.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>A folder outside the checkout.</summary>
    public string Outside => Path.Combine(_root, "outside");

    private string Empty => Directory.CreateDirectory(Path.Combine(_root, "empty")).FullName;

    private string Samples => Path.Combine(Outside, "samples");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Outside);
        await DotNetAsync(Checkout.Root, "pack", "BiweeklyBudget.sln", "--configuration", Checkout.Configuration, "--no-build", "--output", Folder, $"-p:MinVerVersionOverride={Version}", $"-p:ProjectAddress={ProjectAddress}", "-p:IncludeSymbols=false", Checkout.OneProcess);
        var usual = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(Path.Combine(Outside, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" /></config>
              <fallbackPackageFolders><add key="usual" value="{usual}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" /><add key="feed" value="{Folder}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="nuget.org"><package pattern="*" /></packageSource>
                <packageSource key="feed"><package pattern="BiweeklyBudget.*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>Looks into a package.</summary>
    /// <param name="package">For example <c>BiweeklyBudget.Core</c>.</param>
    public PackageContents Open(string package) => new(Path.Combine(Folder, $"{package}.{Version}.nupkg"));

    /// <summary>Installs a tool and returns the program's path.</summary>
    /// <param name="package">Its package.</param>
    /// <param name="command">What it is called by.</param>
    public async Task<string> InstallToolAsync(string package, string command)
    {
        var tools = Path.Combine(_root, "tools");
        var program = Path.Combine(tools, OperatingSystem.IsWindows() ? command + ".exe" : command);
        if (!File.Exists(program))
        {
            // As in the READMEs, from the folder alone: nothing else is asked for these names.
            await DotNetAsync(Empty, "tool", "install", "--tool-path", tools, "--prerelease", "--source", Folder, package);
        }

        return program;
    }

    /// <summary>The assembly of a program whose source is a sample in a package's README, word for word. All of them are built at once, the first time.</summary>
    internal async Task<string> BuildSampleAsync(PackageSample sample)
    {
        await _samples.Value;
        return AssemblyOf(sample);
    }

    /// <summary>Runs <c>dotnet</c> in a folder and returns what it says.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="expectedExitCode">What it must end with.</param>
    /// <param name="arguments">The command.</param>
    public Task<string> DotNetAsync(string folder, int expectedExitCode, params string[] arguments) => ChildProcess.RunAsync(Checkout.DotNet, arguments, _environment, folder, BuildLimit, expectedExitCode);

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    private Task<string> DotNetAsync(string folder, params string[] arguments) => DotNetAsync(folder, expectedExitCode: 0, arguments);

    private async Task BuildSamplesAsync()
    {
        Directory.CreateDirectory(Samples);
        foreach (var sample in PackageSample.All)
        {
            await sample.WriteAsync(Path.Combine(Samples, sample.Name), Version);
        }

        await File.WriteAllTextAsync(Path.Combine(Samples, "Samples.slnx"), $"<Solution>{string.Concat(PackageSample.All.Select(sample => $"""<Project Path="{sample.Name}/{sample.Name}.csproj" />"""))}</Solution>");
        await DotNetAsync(Samples, "build", "Samples.slnx", "--configuration", "Release", Checkout.OneProcess);
        foreach (var sample in PackageSample.All)
        {
            Checkout.CompileAhead(Path.GetDirectoryName(AssemblyOf(sample))!);
        }
    }

    private string AssemblyOf(PackageSample sample) => Path.Combine(Samples, sample.Name, "bin", "Release", "net10.0", sample.Name + ".dll");
}
