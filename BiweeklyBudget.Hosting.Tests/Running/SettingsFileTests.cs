using System.Reflection;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>What a settings file may hold: a key that nobody reads is a mistake, and said.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("budgettest-settings-").FullName;

    [Fact]
    public void Without_a_file_nothing_is_set() => Assert.Empty(SettingsFile.Read(_folder, "Production"));

    [Fact]
    public void Every_setting_and_the_sections_of_the_framework_are_known()
    {
        var names = typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.Contains("DB_CONNSTRING", names);
        Write("{" + string.Concat(names.Select(name => $"\"{name}\": \"x\", ")) + """
            /* comments and commas are fine */
            "urls": "http://127.0.0.1:0", "AllowedHosts": "*", "ConnectionStrings": { "any": "thing" }, "Logging": { "LogLevel": { "Default": "Debug" } },
            "Kestrel": { "Certificates": { "Default": { "Path": "x" }, "Mine": { "Subject": "x" } }, "Endpoints": { "Https": { "Url": "x", "Certificate": { "KeyPath": "x" } } } },
            "Serilog": { "MinimumLevel": { "Default": "Debug", "Override": { "Any.Name": "Error" } }, "WriteTo": [ { "Name": "Console", "Args": { "any": 1 } } ] },
            }
            """);
        Assert.Equal(names.Concat(["AllowedHosts", "urls"]).Order(StringComparer.Ordinal), SettingsFile.Read(_folder, "Production").Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "DB_CONSTRING": "mysql://me:hunter2@h/d" }""", "appsettings.json has the key \"DB_CONSTRING\", which is not known. Did you mean \"DB_CONNSTRING\"?")]
    [InlineData("""{ "AlowedHosts": "*" }""", "Did you mean \"AllowedHosts\"?")]
    [InlineData("""{ "Colour": "green" }""", "appsettings.json has the key \"Colour\", which is not known.")]
    [InlineData("""{ "Kestrel": { "Certificates": { "Default": { "Pasword": "hunter2" } } } }""", "has the key \"Kestrel:Certificates:Default:Pasword\", which is not known. Did you mean \"Password\"?")]
    [InlineData("""{ "Kestrel": { "Endpoint": {"Mine": {} } } }""", "Did you mean \"Endpoints\"?")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Mine": { "Certificate": { "Pth": "x" } } } } }""", "Did you mean \"Path\"?")]
    [InlineData("""{ "Kestrel": { "Endpoints": { "Mine": { "Sni": { "budget.example": { "Certificate": { "Pth": "x" } } } } } } }""", "has the key \"Kestrel:Endpoints:Mine:Sni:budget.example:Certificate:Pth\", which is not known. Did you mean \"Path\"?")]
    [InlineData("""{ "Serilog": { "MinimumLvel": "Debug" } }""", "Did you mean \"MinimumLevel\"?")]
    [InlineData("""{ "DB_CONNSTRING": { "User": "me" } }""", "has an object or a list under \"DB_CONNSTRING\", which must be a text or a number.")]
    [InlineData("""{ "SQL_ECHO": ["true"] }""", "has an object or a list under \"SQL_ECHO\"")]
    [InlineData("{\n\n\"SQL_ECHO\" \"hunter2\" }", "appsettings.json in the current folder is not valid JSON (line 3)")]
    [InlineData("[]", "is not valid JSON, is no object, or has a key twice")]
    [InlineData("""{ "SQL_ECHO": "true", "sql_echo": "hunter2" }""", "is not valid JSON, is no object, or has a key twice")]
    public void A_wrong_file_is_one_line_without_its_values(string text, string part)
    {
        Write(text);
        AssertRefused(part);
    }

    [Fact]
    public void The_file_of_an_environment_is_checked_too_and_holds_no_settings_that_are_read_elsewhere_only()
    {
        Write("""{ "Kestrel": { "Certficates": {} } }""", "appsettings.Production.json");
        AssertRefused("appsettings.Production.json has the key \"Kestrel:Certficates\"");
        Write("""{ "DB_CONNSTRING": "mysql://me:hunter2@h/d" }""", "appsettings.Production.json");
        AssertRefused("appsettings.Production.json has \"DB_CONNSTRING\", which is read from appsettings.json and the environment only");
        Assert.Empty(SettingsFile.Read(_folder, "Development"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string text, string name = SettingsFile.Name) => File.WriteAllText(Path.Combine(_folder, name), text);

    private void AssertRefused(string part)
    {
        var message = Assert.Throws<SettingsException>(() => SettingsFile.Read(_folder, "Production")).Message;
        Assert.StartsWith("ERROR: ", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
