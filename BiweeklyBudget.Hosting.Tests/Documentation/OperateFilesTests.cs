using System.Diagnostics;
using System.Text.RegularExpressions;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.TestSupport;
using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>What operators copy from docs/guide/operate, as far as it can be checked without their servers.</summary>
public sealed partial class OperateFilesTests
{
    private const string Folder = "docs/guide/operate";

    private static readonly string[] Pages = ["README.md", "proxy.md", "container.md"];

    [SystemdFact]
    public async Task Systemd_finds_nothing_wrong_with_the_service()
    {
        var folder = Directory.CreateTempSubdirectory("budgettest-unit-");
        try
        {
            // The program is not there; all the rest is as it stands.
            var unit = (await File.ReadAllTextAsync(Source("biweeklybudget.service"))).Replace("ExecStart=/opt/biweeklybudget/BiweeklyBudget.Hosting", "ExecStart=/bin/true", StringComparison.Ordinal);
            Assert.Contains("ExecStart=/bin/true\n", unit, StringComparison.Ordinal);
            Assert.Equal("", await VerifyAsync(folder, unit));
            Assert.Contains("NoNewPrivilege", await VerifyAsync(folder, unit.Replace("NoNewPrivileges=", "NoNewPrivilege=", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Settings_have_the_names_that_the_program_knows()
    {
        var pages = Pages.Select(name => MarkdownPage.Read($"{Folder}/{name}"));
        var texts = pages.SelectMany(page => page.Blocks.Where(block => block.Language == "ini").Select(block => block.Text)).ToList();
        Assert.Equal(2, texts.Count);
        var service = AppEnvironment().Match(await File.ReadAllTextAsync(Source("compose.yaml"))).Groups["lines"].Value;

        var names = texts.Append(service).SelectMany(text => Name().Matches(text).Select(match => match.Groups["name"].Value)).ToList();
        Assert.Contains("DB_CONNSTRING", names);
        Assert.Contains("TRUSTED_PROXIES", names);
        Assert.All(names, name => Assert.Contains(name.Split("__")[0].Replace("ASPNETCORE_", "", StringComparison.Ordinal), KnownKeys.Names, StringComparer.OrdinalIgnoreCase));
    }

    private static string Source(string name) => Path.Combine(TestData.Repository, Folder, name);

    private static async Task<string> VerifyAsync(DirectoryInfo folder, string unit)
    {
        var file = Path.Combine(folder.FullName, "biweeklybudget.service");
        await File.WriteAllTextAsync(file, unit);
        using var process = Process.Start(new ProcessStartInfo(SystemdFactAttribute.Program, ["verify", file]) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    // Of the service that is this program.
    [GeneratedRegex(@"^  app:\n(?:    .*\n)*?    environment:\n(?<lines>(?:      .*\n)+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex AppEnvironment();

    [GeneratedRegex(@"^ *(?<name>[A-Za-z_]+)(?:=|: )", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 5000)]
    private static partial Regex Name();
}
