namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A program of somebody else: one of the documentation, or one of the tests' own.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Package">The package that it uses.</param>
/// <param name="Index">Which of the page's programs, from 0; nothing for one of the tests' own.</param>
/// <param name="Sdk">The SDK that it takes.</param>
/// <param name="References">What its project has beside the package.</param>
internal sealed record PackageSample(string Name, string Package, int? Index, string Sdk, string References = "")
{
    public static readonly PackageSample Console = new("SampleConsole", "BiweeklyBudget.Core", 0, "Microsoft.NET.Sdk");
    public static readonly PackageSample Worker = new("SampleWorker", "BiweeklyBudget.Core", 1, "Microsoft.NET.Sdk", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""");
    public static readonly PackageSample Web = new("SampleWeb", "BiweeklyBudget.Hosting", 0, "Microsoft.NET.Sdk.Web");

    public static readonly PackageSample Books = new("SampleBooks", "BiweeklyBudget.Hosting", 1, "Microsoft.NET.Sdk.Web");
    public static readonly PackageSample Family = new("Family", "BiweeklyBudget.Hosting", null, "Microsoft.NET.Sdk.Web");

    public static readonly PackageSample TakingBack = new("SampleTakingBack", "BiweeklyBudget.Core", 0, "Microsoft.NET.Sdk") { Page = Guide };
    public static readonly PackageSample SignedIn = new("SampleSignedIn", "BiweeklyBudget.Hosting", 1, "Microsoft.NET.Sdk.Web") { Page = Guide };

    private const string Guide = "docs/guide/embed.md";

    public static IReadOnlyList<PackageSample> All { get; } = [Console, Worker, Web, Books, Family, TakingBack, SignedIn];

    /// <summary>The page that has it: the package's README, unless it says otherwise.</summary>
    public string Page { get; init; } = Package + "/README.md";

    /// <summary>Writes a project and its files: of a program of the documentation one, word for word.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="version">The package's version.</param>
    public async Task WriteAsync(string folder, string version)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, Name + ".csproj"), $"""
            <Project Sdk="{Sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{Package}" Version="{version}" />
                {References}
              </ItemGroup>
            </Project>
            """);
        foreach (var (path, text) in await FilesAsync())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllTextAsync(Path.Combine(folder, path), text);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> FilesAsync()
    {
        if (Index is not { } index)
        {
            return FamilyProgram.Files;
        }

        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, Page));
        return new Dictionary<string, string> { ["Program.cs"] = page.Split("```csharp\n")[index + 1].Split("```")[0] };
    }
}
