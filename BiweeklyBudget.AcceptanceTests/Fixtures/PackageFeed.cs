using System.Globalization;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The packages of this build in a folder feed, and programs outside the checkout that use them. Other packages come from where they usually do.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    private readonly string _root = Directory.CreateTempSubdirectory("bbfeed-").FullName;
    private readonly Dictionary<string, string?> _environment = new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["MSBUILDTERMINALLOGGER"] = "off" };

    /// <summary>A version that no feed has, so that no cache can answer for it.</summary>
    public static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test.{Environment.ProcessId}");

    /// <summary>The feed.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>A folder outside the checkout.</summary>
    public string Outside => Path.Combine(_root, "outside");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Outside);
        await DotNetAsync(Checkout.Root, "pack", "BiweeklyBudget.sln", "--configuration", Checkout.Configuration, "--no-build", "--output", Folder, $"-p:PackageVersion={Version}", "-p:IncludeSymbols=false");
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

    /// <summary>Installs the tool and returns the program's path.</summary>
    public async Task<string> InstallToolAsync()
    {
        var tools = Path.Combine(_root, "tools");
        var program = Path.Combine(tools, OperatingSystem.IsWindows() ? "initdb.exe" : "initdb");
        if (!File.Exists(program))
        {
            await DotNetAsync(Outside, "tool", "install", "BiweeklyBudget.InitDb", "--tool-path", tools, "--version", Version, "--configfile", Path.Combine(Outside, "nuget.config"));
        }

        return program;
    }

    /// <summary>Builds a program of the samples in a package's README, word for word, and returns its assembly.</summary>
    /// <param name="package">The package, for example <c>BiweeklyBudget.Core</c>.</param>
    /// <param name="sample">Which of the README's samples, from 0.</param>
    /// <param name="sdk">The SDK of the program.</param>
    /// <param name="frameworks">Frameworks of the SDK that the sample needs besides.</param>
    public async Task<string> BuildSampleAsync(string package, int sample, string sdk, params string[] frameworks)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Sample{package[(package.IndexOf('.', StringComparison.Ordinal) + 1)..]}{sample}");
        return await BuildAsync(name, package, new Dictionary<string, string> { ["Program.cs"] = await SampleAsync(package, sample) }, sdk, frameworks);
    }

    /// <summary>Builds a program of somebody else that references a package, and returns its assembly, which lies in <c>out</c> below the program's folder.</summary>
    /// <param name="name">The program's name.</param>
    /// <param name="package">The package.</param>
    /// <param name="files">Its files by their paths.</param>
    /// <param name="sdk">The SDK of the program.</param>
    /// <param name="frameworks">Frameworks of the SDK that it needs besides.</param>
    public async Task<string> BuildAsync(string name, string package, IReadOnlyDictionary<string, string> files, string sdk, params string[] frameworks)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Outside, name)).FullName;
        var references = string.Join('\n', frameworks.Select(framework => $"""<FrameworkReference Include="{framework}" />""").Prepend($"""<PackageReference Include="{package}" Version="{Version}" />"""));
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
            {references}
              </ItemGroup>
            </Project>
            """);
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllTextAsync(Path.Combine(folder, path), text);
        }

        await DotNetAsync(folder, "build", "--configuration", "Release", "--output", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", name + ".dll");
    }

    private static async Task<string> SampleAsync(string package, int sample)
    {
        var blocks = (await File.ReadAllTextAsync(Path.Combine(Checkout.Root, package, "README.md"))).Split("```csharp\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToList();
        return blocks[sample];
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    private Task<string> DotNetAsync(string folder, params string[] arguments) => ChildProcess.RunAsync(Checkout.DotNet, arguments, _environment, folder, BuildLimit);
}
