using System.Reflection;
using System.Reflection.Emit;
using BiweeklyBudget.AcceptanceTests.Fixtures;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What a program, or the next version, cannot do is said when it is restored, built or packed.</summary>
[Collection(SharedPackages.Name)]
public sealed class PackageFitTests(PackageFeed feed)
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    [Fact]
    public async Task A_program_whose_other_packages_need_EF_Core_10_is_not_restored()
    {
        var program = await WriteProgramAsync("Provider10", """<PackageReference Include="Somebodys.Provider" Version="10.0.0" />""");

        var output = await feed.DotNetAsync(program, expectedExitCode: 1, "restore", Checkout.OneProcess);

        Assert.Contains("NU1107", output, StringComparison.Ordinal);
        Assert.Contains($"{EntityFramework} (>= 9.0.23 && < 10.0.0)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_refers_to_EF_Core_10_itself_is_warned_by_restore_and_not_built()
    {
        var program = await WriteProgramAsync("Direct10", $"""<PackageReference Include="{EntityFramework}" Version="10.0.0" />""");

        var output = await feed.DotNetAsync(program, expectedExitCode: 1, "build", Checkout.OneProcess);

        Assert.Contains("NU1608", output, StringComparison.Ordinal);
        Assert.Contains("error BIWEEKLY001: BiweeklyBudget works with EF Core 9 only, because its MySQL provider does; this program has Microsoft.EntityFrameworkCore 10.0.0.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublishTrimmed")]
    [InlineData("PublishAot")]
    public async Task A_program_that_is_to_be_trimmed_is_warned(string property)
    {
        var folder = Path.GetDirectoryName(await feed.BuildSampleAsync(PackageSample.Web))!;
        var project = Path.Combine(folder, "..", "..", "..");

        var output = await feed.DotNetAsync(project, expectedExitCode: 0, "msbuild", "-nologo", "-target:BiweeklyBudgetIsNotTrimmed", $"-property:{property}=true");

        Assert.Contains("warning BIWEEKLY002: BiweeklyBudget cannot be trimmed or compiled ahead of time", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_takes_something_from_the_last_ones_users_is_not_packed()
    {
        var last = new PersistedAssemblyBuilder(new AssemblyName("BiweeklyBudget.Core") { Version = new(0, 0, 0, 0) }, typeof(object).Assembly);
        last.DefineDynamicModule("BiweeklyBudget.Core").DefineType("BiweeklyBudget.Core.Gone", TypeAttributes.Public | TypeAttributes.Class).CreateType();
        using var assembly = new MemoryStream();
        last.Save(assembly);
        var folder = Path.Combine(feed.Outside, "baseline");
        MadeUpPackage.Write(folder, "BiweeklyBudget.Core", "0.0.1-last", assembly: assembly.ToArray());

        var output = await feed.DotNetAsync(Checkout.Root, expectedExitCode: 1, "pack", "BiweeklyBudget.Core", "--configuration", Checkout.Configuration, "--no-build", "--output", Path.Combine(feed.Outside, "next"), $"-p:BaselineFolder={folder}", "-p:IncludeSymbols=false", Checkout.OneProcess);

        Assert.Contains("CP0001", output, StringComparison.Ordinal);
        Assert.Contains("BiweeklyBudget.Core.Gone", output, StringComparison.Ordinal);
    }

    private async Task<string> WriteProgramAsync(string name, string references)
    {
        var folder = Path.Combine(feed.Outside, name);
        var later = Path.Combine(folder, "later");
        MadeUpPackage.Write(later, EntityFramework, "10.0.0");
        MadeUpPackage.Write(later, "Somebodys.Provider", "10.0.0", (EntityFramework, "10.0.0"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="later" value="{later}" /></packageSources>
              <packageSourceMapping><packageSource key="later"><package pattern="{EntityFramework}" /><package pattern="Somebodys.Provider" /></packageSource></packageSourceMapping>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BiweeklyBudget.Core" Version="{PackageFeed.Version}" />
                {references}
              </ItemGroup>
            </Project>
            """);
        return folder;
    }
}
