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

    /// <summary>Builds a web program that embeds the pages under <c>/money</c> and returns its assembly.</summary>
    public async Task<string> BuildEmbeddingProgramAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Outside, "Embedding")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Embedding.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BiweeklyBudget.Hosting" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using System.Collections;
            using BiweeklyBudget.Core;
            using BiweeklyBudget.Core.Settings;
            using BiweeklyBudget.Hosting;

            var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value);
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseStaticWebAssets();
            builder.Services.AddBiweeklyBudget(SettingsLoader.Load(new Dictionary<string, string?>(), environment));
            var app = builder.Build();
            await app.Services.GetRequiredService<BudgetEngine>().InitializeAsync();
            app.MapGet("/", () => "the program around it");
            app.MapBiweeklyBudget("/money");
            app.Run();
            """);
        await DotNetAsync(folder, "build", "--configuration", "Release", "--output", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", "Embedding.dll");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    private Task<string> DotNetAsync(string folder, params string[] arguments) => ChildProcess.RunAsync(Checkout.DotNet, arguments, _environment, folder, BuildLimit);
}
