using System.Buffers.Binary;
using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What is in the packages, and what they say of themselves.</summary>
[Collection(SharedPackages.Name)]
public sealed class PackageContentsTests(PackageFeed feed)
{
    private const string BelowTen = "[9.0.23, 10.0.0)";

    // What eng/Tool.props names.
    private static readonly string[] Platforms = ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void Pack_makes_the_four_packages() =>
        Assert.Equal(
            ["BiweeklyBudget.App", "BiweeklyBudget.Core", "BiweeklyBudget.Hosting", "BiweeklyBudget.InitDb"],
            Directory.EnumerateFiles(feed.Folder, "*.nupkg").Select(f => Path.GetFileName(f).Replace($".{PackageFeed.Version}.nupkg", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("BiweeklyBudget.Core")]
    [InlineData("BiweeklyBudget.Hosting")]
    [InlineData("BiweeklyBudget.InitDb")]
    [InlineData("BiweeklyBudget.App")]
    public void A_package_says_what_it_is_where_it_comes_from_and_what_is_new(string name)
    {
        using var package = feed.Open(name);

        Assert.Equal(PackageFeed.Version, package.Says("version"));
        Assert.Equal("MIT", package.Says("license"));
        Assert.Contains("personal-finance", package.Says("tags").Split(' '));
        Assert.Equal(PackageFeed.ProjectAddress, package.Says("projectUrl"));
        Assert.StartsWith(PackageFeed.ProjectAddress + "/", package.Says("releaseNotes"), StringComparison.Ordinal);
        Assert.NotEmpty(package.Says("description"));
        Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Root, name, "README.md")), package.Text(package.Says("readme")));
        Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Root, "CHANGELOG.md")), package.Text("CHANGELOG.md"));
        Assert.Contains("Permission is hereby granted", package.Text("LICENSE"), StringComparison.Ordinal);

        // PNG: eight bytes that say so, the header's length and name, then width and height.
        var icon = package.Bytes(package.Says("icon"));
        Assert.Equal("PNG"u8.ToArray(), icon[1..4]);
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("BiweeklyBudget.Core/README.md")]
    [InlineData("BiweeklyBudget.Hosting/README.md")]
    [InlineData("BiweeklyBudget.InitDb/README.md")]
    [InlineData("BiweeklyBudget.App/README.md")]
    [InlineData("docs/guide/operate/README.md")]
    [InlineData("docs/guide/start.md")]
    public void Nobody_is_sent_to_a_feed_where_nobody_has_published_the_packages(string file)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, file));

        Assert.DoesNotContain("nuget.org/packages", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), line => line.Contains("dotnet add package", StringComparison.Ordinal) || (line.Contains("dotnet tool install -", StringComparison.Ordinal) && !line.Contains("--source ", StringComparison.Ordinal)));
        Assert.Contains("dotnet pack BiweeklyBudget.sln --output", file.StartsWith("docs", StringComparison.Ordinal) ? File.ReadAllText(Path.Combine(Checkout.Root, "README.md")) : text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BiweeklyBudget.Core")]
    [InlineData("BiweeklyBudget.Hosting")]
    public void A_library_is_an_assembly_and_its_documentation(string name)
    {
        using var package = feed.Open(name);

        Assert.Equal([$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"], package.Files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Files, file => file.Contains("runtimeconfig", StringComparison.Ordinal) || file.Contains("appsettings", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BiweeklyBudget.Core", typeof(Core.BudgetEngine))]
    [InlineData("BiweeklyBudget.Hosting", typeof(Hosting.BiweeklyBudgetApp))]
    public void The_documentation_is_of_what_others_can_call_and_of_all_of_it(string name, Type one)
    {
        using var package = feed.Open(name);
        var all = DocumentedMember.Read(File.ReadAllText(Path.ChangeExtension(one.Assembly.Location, ".xml")));
        var packed = DocumentedMember.Read(package.Text($"lib/net10.0/{name}.xml"));

        Assert.Contains(all, member => !member.IsVisibleIn(one.Assembly));
        Assert.Equal(all.Where(member => member.IsVisibleIn(one.Assembly)), packed);
        Assert.Contains(packed, member => member.Name == "T:" + one.FullName);
    }

    [Fact]
    public void The_engine_asks_for_EF_Core_9_and_no_later_one()
    {
        using var package = feed.Open("BiweeklyBudget.Core");

        Assert.Equal(BelowTen, package.Dependencies["Microsoft.EntityFrameworkCore.Sqlite"]);
        Assert.Equal(BelowTen, package.Dependencies["Microsoft.EntityFrameworkCore.Relational"]);
        Assert.Equal("[9.0.0, 10.0.0)", package.Dependencies["Pomelo.EntityFrameworkCore.MySql"]);
        Assert.DoesNotContain("Microsoft.EntityFrameworkCore.Design", package.Dependencies.Keys);
    }

    [Fact]
    public void The_web_library_brings_no_log_of_its_own()
    {
        using var package = feed.Open("BiweeklyBudget.Hosting");

        Assert.Equal(PackageFeed.Version, package.Dependencies["BiweeklyBudget.Core"]);
        Assert.DoesNotContain(package.Dependencies.Keys, name => name.Contains("Serilog", StringComparison.Ordinal) || name.Contains("OpenTelemetry", StringComparison.Ordinal) || name.Contains("Scalar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BiweeklyBudget.Hosting")]
    [InlineData("BiweeklyBudget.App")]
    public void What_pages_send_to_the_browser_has_its_licence_in_the_package(string name)
    {
        using var package = feed.Open(name);

        Assert.Contains("The Bootstrap Authors", package.Text("licences/bootstrap/LICENSE"), StringComparison.Ordinal);
        Assert.Contains("Chart.js Contributors", package.Text("licences/chart.js/LICENSE.md"), StringComparison.Ordinal);
        Assert.Contains("Jukka Kurkela", package.Text("licences/kurkle-color/LICENSE.md"), StringComparison.Ordinal);
        Assert.Contains("Copyright (c) Scalar", package.Text("licences/scalar/LICENSE"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BiweeklyBudget.InitDb")]
    [InlineData("BiweeklyBudget.App")]
    public void A_tool_has_SQLite_for_the_platforms_that_it_is_for(string name)
    {
        using var package = feed.Open(name);

        Assert.Equal(Platforms, package.Files.Where(file => file.Contains("/runtimes/", StringComparison.Ordinal) && file.Contains("e_sqlite3", StringComparison.Ordinal)).Select(file => file.Split('/')[4]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("BiweeklyBudget.InitDb")]
    [InlineData("BiweeklyBudget.App")]
    public void A_tool_has_what_it_needs_to_run_and_no_more(string name)
    {
        using var package = feed.Open(name);
        var files = package.Files.Where(file => file.StartsWith("tools/net10.0/any/", StringComparison.Ordinal)).Select(file => file["tools/net10.0/any/".Length..]).Where(file => !file.Contains('/', StringComparison.Ordinal)).ToList();

        Assert.Contains(name + ".dll", files);
        Assert.Equal([name + ".runtimeconfig.json"], files.Where(file => file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)));
        Assert.DoesNotContain(files, file => file.EndsWith(".xml", StringComparison.Ordinal) && file != "DotnetToolSettings.xml");
        Assert.DoesNotContain(files, file => !Path.HasExtension(file) || Path.GetExtension(file) is ".exe" or ".config" || file == "BiweeklyBudget.Hosting");
    }

    [Theory]
    [InlineData("BiweeklyBudget.InitDb")]
    [InlineData("BiweeklyBudget.App")]
    public void The_bill_of_materials_of_a_tool_has_every_library_in_it(string name)
    {
        using var package = feed.Open(name);
        using var libraries = JsonDocument.Parse(package.Text($"tools/net10.0/any/{name}.deps.json"));
        var expected = libraries.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => "pkg:nuget/" + library.Name.Replace('/', '@'));

        var materials = package.Materials();
        var nuget = materials.Keys.Where(address => address.StartsWith("pkg:nuget/", StringComparison.Ordinal)).ToList();
        Assert.Empty(expected.Except(nuget));

        // One brings names alone; the other's script is inside the pages, and no library of the program's.
        Assert.Equal(name == "BiweeklyBudget.App" ? ["Microsoft.NETCore.Platforms", "Scalar.AspNetCore"] : [], nuget.Except(expected).Select(address => address["pkg:nuget/".Length..].Split('@')[0]));
        Assert.All(materials.Values, material => Assert.Matches("^[0-9a-f]{128}$", material.GetProperty("hashes")[0].GetProperty("content").GetString()));
    }

    [Fact]
    public void The_bill_of_materials_of_the_web_library_has_what_pages_send_to_the_browser_and_no_tools_of_the_build()
    {
        using var package = feed.Open("BiweeklyBudget.Hosting");
        var materials = package.Materials();
        using var browser = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "BiweeklyBudget.Hosting", "package.json")));

        Assert.All(browser.RootElement.GetProperty("dependencies").EnumerateObject(), dependency => Assert.Contains($"pkg:npm/{dependency.Name}@{dependency.Value.GetString()}", materials.Keys));
        Assert.All(browser.RootElement.GetProperty("devDependencies").EnumerateObject(), tool => Assert.DoesNotContain(materials.Keys, address => address.Contains(tool.Name, StringComparison.Ordinal)));
        Assert.Contains(materials.Keys, address => address.StartsWith("pkg:nuget/MySqlConnector@", StringComparison.Ordinal));
        Assert.Contains(materials.Keys, address => address.StartsWith("pkg:nuget/Scalar.AspNetCore@", StringComparison.Ordinal));
        Assert.Equal("MIT", materials.Single(material => material.Key.StartsWith("pkg:nuget/Pomelo.EntityFrameworkCore.MySql@", StringComparison.Ordinal)).Value.GetProperty("licenses")[0].GetProperty("expression").GetString());
        Assert.DoesNotContain(materials.Keys, address => address.Contains("Analyzer", StringComparison.Ordinal) || address.Contains("MinVer", StringComparison.Ordinal) || address.Contains("Serilog", StringComparison.Ordinal) || address.Contains("popper", StringComparison.Ordinal));
    }
}
