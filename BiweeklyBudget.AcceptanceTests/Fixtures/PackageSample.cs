namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A program of somebody else: one in a package's README, or one of the tests' own.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Package">The package that it uses, and whose README has it.</param>
/// <param name="Index">Which of the README's programs, from 0; nothing for one of the tests' own.</param>
/// <param name="Sdk">The SDK that it takes.</param>
/// <param name="References">What its project has beside the package.</param>
internal sealed record PackageSample(string Name, string Package, int? Index, string Sdk, string References = "")
{
    public static readonly PackageSample Console = new("SampleConsole", "BiweeklyBudget.Core", 0, "Microsoft.NET.Sdk");
    public static readonly PackageSample Worker = new("SampleWorker", "BiweeklyBudget.Core", 1, "Microsoft.NET.Sdk", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""");
    public static readonly PackageSample Web = new("SampleWeb", "BiweeklyBudget.Hosting", 0, "Microsoft.NET.Sdk.Web");

    public static readonly PackageSample Books = new("SampleBooks", "BiweeklyBudget.Hosting", 1, "Microsoft.NET.Sdk.Web");
    public static readonly PackageSample Family = new("Family", "BiweeklyBudget.Hosting", null, "Microsoft.NET.Sdk.Web");

    public static IReadOnlyList<PackageSample> All { get; } = [Console, Worker, Web, Books, Family];

    /// <summary>Writes a project and its files: of a program in a README one, word for word.</summary>
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

        var readme = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, Package, "README.md"));
        return new Dictionary<string, string> { ["Program.cs"] = readme.Split("```csharp\n")[index + 1].Split("```")[0] };
    }
}
