using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>Every combination of where the host serves and what it is told about signing in.</summary>
public sealed class SignInSettingTests
{
    // Where, and whether other machines can connect.
    private static readonly (string Key, string? Value, bool IsOpen)[] Addresses =
    [
        ("urls", null, false),
        ("urls", "http://127.0.0.1:8080", false),
        ("urls", "http://localhost:8080", false),
        ("urls", "http://[::1]:8080", false),
        ("urls", "https://127.8.9.1:8443", false),
        ("urls", "http://unix:/run/biweeklybudget/http.sock", false),
        ("urls", "http://127.0.0.1:8080;http://[::1]:8080", false),
        ("urls", "http://*:8080", true),
        ("urls", "http://+:8080", true),
        ("urls", "http://0.0.0.0:8080", true),
        ("urls", "http://[::]:8080", true),
        ("urls", "http://192.168.1.5:8080", true),
        ("urls", "http://127.0.0.1:8080;https://192.168.1.5:8443", true),
        ("HTTP_PORTS", "8080", true),
        ("HTTPS_PORTS", "8443", true),
        ("Kestrel:Endpoints:Mine:Url", "http://127.0.0.1:8080", false),
        ("Kestrel:Endpoints:Mine:Url", "https://10.0.0.1:8443", true),
    ];

    public static TheoryData<string, string?, string?, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string?, string?, string>();
            foreach (var (key, value, isOpen) in Addresses)
            {
                data.Add(key, value, null, isOpen ? "asks" : "asks nobody");
                data.Add(key, value, "", isOpen ? "asks" : "asks nobody");
                data.Add(key, value, "required", "asks");
                data.Add(key, value, "Required", "asks");
                data.Add(key, value, "off", isOpen ? "refused" : "asks nobody");
                data.Add(key, value, "OFF", isOpen ? "refused" : "asks nobody");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void It_asks_as_soon_as_others_can_connect_and_is_never_off_there(string key, string? value, string? signIn, string outcome)
    {
        var configuration = Of((key, value), ("SIGN_IN", signIn));
        if (outcome == "refused")
        {
            var message = Assert.Throws<SettingsException>(() => SignInSetting.Check(configuration)).Message;
            Assert.StartsWith("ERROR: SIGN_IN=off would let in whoever can connect", message, StringComparison.Ordinal);
            return;
        }

        SignInSetting.Check(configuration);
        Assert.Equal(outcome, SignInSetting.IsRequired(configuration) ? "asks" : "asks nobody");
    }

    [Theory]
    [InlineData("on")]
    [InlineData("false")]
    [InlineData("0")]
    public void Another_word_is_a_mistake_and_asks_until_it_is_put_right(string word)
    {
        Assert.NotNull(SignInSetting.FaultOf(word));
        Assert.True(SignInSetting.IsRequired(Of(("SIGN_IN", word))));
    }

    [Fact]
    public void The_section_outranks_the_addresses_as_it_does_for_the_server()
    {
        Assert.True(SignInSetting.IsRequired(Of(("urls", "http://127.0.0.1:8080"), ("Kestrel:Endpoints:Mine:Url", "http://*:8080"))));
        Assert.True(SignInSetting.IsRequired(Of(("Kestrel:Endpoints:A:Url", "http://127.0.0.1:8080"), ("Kestrel:Endpoints:B:Url", "http://*:8081"))));
    }

    private static IConfiguration Of(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
