using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;

namespace BiweeklyBudget.Hosting.Tests.Running;

public sealed class HostSettingsTests
{
    private static readonly Dictionary<string, string?> None = [];

    [Fact]
    public void The_data_folder_holds_the_database_and_its_path_does_not_depend_on_the_current_folder() =>
        Assert.Equal("sqlite:///" + Path.Combine(Path.GetFullPath("my data"), "budget.db"), HostSettings.InFolder("my data", None, new Dictionary<string, string?> { ["DB_CONNSTRING"] = " " }));

    [Fact]
    public void A_folder_and_a_connection_string_contradict_each_other()
    {
        var named = new Dictionary<string, string?> { ["DB_CONNSTRING"] = "mysql://me:hunter2@h/d" };
        foreach (var (file, environment) in new[] { (named, None), (None, named) })
        {
            Assert.Equal("ERROR: --data-folder and DB_CONNSTRING both say where the database is; leave one of them out", Assert.Throws<SettingsException>(() => HostSettings.InFolder("data", file, environment)).Message);
        }
    }

    [Fact]
    public void What_can_be_no_folder_is_refused()
    {
        Assert.Contains("names no folder", Assert.Throws<SettingsException>(() => HostSettings.InFolder(" ", None, None)).Message, StringComparison.Ordinal);
        Assert.Contains("names no folder", Assert.Throws<SettingsException>(() => HostSettings.InFolder("a?b", None, None)).Message, StringComparison.Ordinal);
        Assert.Contains("which is a file", Assert.Throws<SettingsException>(() => HostSettings.InFolder(typeof(HostSettingsTests).Assembly.Location, None, None)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SQL_ECHO", "1", "ERROR: env var SQL_ECHO must be true or false")]
    [InlineData("SQL_QUERY_PROFILE", "yes", "ERROR: env var SQL_QUERY_PROFILE must be true or false")]
    [InlineData("BIWEEKLYBUDGET_LOG_FORMAT", "xml", "ERROR: env var BIWEEKLYBUDGET_LOG_FORMAT must be text or json")]
    [InlineData("PLAID_ENV", "Live", "ERROR: env var PLAID_ENV must be Sandbox, Development or Production")]
    [InlineData("STALE_DATA_TIMEDELTA", "-1", "ERROR: env var STALE_DATA_TIMEDELTA must not be negative")]
    [InlineData("DEFAULT_ACCOUNT_ID", "-1", "ERROR: env var DEFAULT_ACCOUNT_ID must not be negative")]
    [InlineData("FUEL_BUDGET_ID", "-2147483648", "ERROR: env var FUEL_BUDGET_ID must not be negative")]
    [InlineData("PRIME_RATE_URL", "http://example.com/", "ERROR: PRIME_RATE_URL must be an HTTPS address")]
    public void What_upstream_would_take_and_not_follow_is_refused(string name, string value, string message)
    {
        Assert.Equal(message, Assert.Throws<SettingsException>(() => HostSettings.Read(None, With(name, value))).Message);
        if (name != "PRIME_RATE_URL")
        {
            Assert.Equal(message.Replace("env var", "setting", StringComparison.Ordinal), Assert.Throws<SettingsException>(() => HostSettings.Read(With(name, value), None)).Message);
        }
    }

    [Theory]
    [InlineData("SQL_ECHO", "")]
    [InlineData("SQL_ECHO", "False")]
    [InlineData("BIWEEKLYBUDGET_LOG_FORMAT", "Text")]
    [InlineData("PLAID_ENV", "sandbox")]
    [InlineData("STALE_DATA_TIMEDELTA", "0")]
    public void Empty_words_and_any_case_are_taken(string name, string value) => Assert.False(HostSettings.Read(None, With(name, value)).LogsSql);

    [Fact]
    public void The_format_of_the_log_is_read() => Assert.True(HostSettings.Read(None, With("BIWEEKLYBUDGET_LOG_FORMAT", "JSON")).LogsAsJson);

    private static Dictionary<string, string?> With(string name, string value) => new() { ["DB_CONNSTRING"] = "sqlite:///never.db", [name] = value };
}
