using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Serilog;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>The log of the runnable host: what is in it by default, and what its settings change.</summary>
public sealed class HostLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("budgettest-log-").FullName;

    private string File => Path.Combine(_folder, "budget.log");

    [Fact]
    public void Without_a_section_the_log_holds_information_and_of_the_framework_warnings_in_a_file_for_the_day()
    {
        var lines = Write(new BudgetSettings { ConnectionString = "", LogFile = File });
        Assert.Equal(["[INF] mine 1", "[WRN] mine 2", "[WRN] theirs 2"], lines.Select(WithoutTime));
        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Matches(@"/budget\d{8}\.log$", file.Replace('\\', '/'));
    }

    [Theory]
    [InlineData("Serilog:MinimumLevel", "Debug", "[DBG] mine 0;[INF] mine 1;[WRN] mine 2;[WRN] theirs 2")]
    [InlineData("Serilog:MinimumLevel:Default", "Warning", "[WRN] mine 2;[WRN] theirs 2")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "Information", "[INF] mine 1;[WRN] mine 2;[INF] theirs 1;[WRN] theirs 2")]
    public void The_section_sets_levels(string name, string value, string expected) =>
        Assert.Equal(expected.Split(';'), Write(new BudgetSettings { ConnectionString = "", LogFile = File }, (name, value)).Select(WithoutTime));

    [Fact]
    public void As_json_each_line_is_an_object_with_the_text_and_what_stands_in_it()
    {
        var lines = Write(new BudgetSettings { ConnectionString = "", LogFile = File, LogsAsJson = true });
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(("mine 1", 1), (first.RootElement.GetProperty("@m").GetString(), first.RootElement.GetProperty("Number").GetInt32()));
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal("Warning", second.RootElement.GetProperty("@l").GetString());
    }

    [Fact]
    public void The_section_can_name_other_places()
    {
        var other = Path.Combine(_folder, "other.txt");
        using (var log = HostLog.Create(Configuration(("Serilog:WriteTo:0:Name", "File"), ("Serilog:WriteTo:0:Args:path", other)), new BudgetSettings { ConnectionString = "" }))
        {
            log.Information("elsewhere");
        }

        Assert.EndsWith("elsewhere", Assert.Single(System.IO.File.ReadAllLines(other)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Serilog:WriteTo:0:Name", "Fil", "ERROR: the section Serilog is wrong: Unable to find a method called Fil.")]
    [InlineData("Serilog:Using:0", "No.Such.Assembly", "ERROR: the section Serilog is wrong: ")]
    public void A_section_that_cannot_be_followed_is_one_line(string name, string value, string begin)
    {
        var message = Assert.Throws<SettingsException>(() => HostLog.Create(Configuration((name, value)), new BudgetSettings { ConnectionString = "" })).Message;
        Assert.StartsWith(begin, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void The_files_are_for_the_user_alone_from_their_first_line_also_when_a_full_one_is_followed_and_when_they_were_others_before()
    {
        var earlier = Path.Combine(_folder, "budget20170728.log");
        System.IO.File.WriteAllText(earlier, "made by an earlier version");
        System.IO.File.SetUnixFileMode(earlier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        const int largest = 2000;
        var configuration = new LoggerConfiguration();
        HostLog.WritePrivately(configuration, File, largest, lines => lines.File(File, formatProvider: CultureInfo.InvariantCulture, shared: true, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: largest, rollOnFileSizeLimit: true));
        using (var log = configuration.CreateLogger())
        {
            for (var i = 0; i < 100; i++)
            {
                log.Information("A line of some length, so that several files are filled {Number}", i);
                foreach (var file in Directory.GetFiles(_folder))
                {
                    Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, System.IO.File.GetUnixFileMode(file)));
                }
            }
        }

        Assert.InRange(Directory.GetFiles(_folder).Length, 4, 10);
        Assert.Equal(100, Directory.GetFiles(_folder).Sum(file => System.IO.File.ReadAllLines(file).Count(line => line.Contains("A line", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_refused_and_the_trial_leaves_nothing()
    {
        Assert.Contains("cannot be written", Refusal(Path.Combine(_folder, "no", "budget.log")), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Refusal(_folder), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Refusal(string file) => Assert.Throws<SettingsException>(() => HostLog.Create(Configuration(), new BudgetSettings { ConnectionString = "", LogFile = file })).Message;

    private static IConfiguration Configuration(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build();

    // 2026-11-27 07:36:05.123 +00:00 [INF] mine 1
    private static string WithoutTime(string line) => line[line.IndexOf('[', StringComparison.Ordinal)..];

    private string[] Write(BudgetSettings settings, params (string Name, string Value)[] values)
    {
        using (var log = HostLog.Create(Configuration(values), settings))
        {
            foreach (var (category, name) in new[] { ("BiweeklyBudget.Any", "mine"), ("Microsoft.Any", "theirs") })
            {
                var source = log.ForContext("SourceContext", category);
                source.Debug(name + " {Number}", 0);
                source.Information(name + " {Number}", 1);
                source.Warning(name + " {Number}", 2);
            }
        }

        return System.IO.File.ReadAllLines(Directory.GetFiles(_folder, "budget*.log").Single());
    }
}
