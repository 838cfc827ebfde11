using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>Settings that the server would find wrong too late, in many lines, or not at all.</summary>
public sealed class ServerSettingsTests : IDisposable
{
    private const string Certificate = "Kestrel:Certificates:Default";

    private readonly string _folder = Directory.CreateTempSubdirectory("budgettest-server-").FullName;

    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:0;http://[::1]:0")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://*:80")]
    [InlineData("http://+")]
    [InlineData("http://0.0.0.0:65535")]
    [InlineData("http://unix:/tmp/budget.sock")]
    public void Addresses_are_taken(string addresses) => Check(("urls", addresses));

    [Theory]
    [InlineData("127.0.0.1:8080", "is no address")]
    [InlineData("http:/127.0.0.1", "is no address")]
    [InlineData("ftp://127.0.0.1", "neither http:// nor https://")]
    [InlineData("http://127.0.0.l:8080", "the host must be an address in numbers")]
    [InlineData("http://127.1:8080", "the host must be an address in numbers")]
    [InlineData("http://budget.example:8080", "* for all of this machine's")]
    [InlineData("http://127.0.0.1:80a", "whose port is no number")]
    [InlineData("http://127.0.0.1:65536", "whose port is no number")]
    [InlineData("http://[::1]:99999", "whose port is no number")]
    [InlineData("http://localhost:0", "needs an address in numbers")]
    [InlineData("http://127.0.0.1:8080/money", "--path-base")]
    [InlineData("http://unix:/no/such/folder/budget.sock", "no such folder for a socket")]
    [InlineData(";", "names no address")]
    [InlineData("http://127.0.0.1:1;nonsense", "\"nonsense\"")]
    public void What_the_server_would_take_for_all_addresses_or_stumble_over_is_refused(string addresses, string part)
    {
        AssertRefused(part, ("urls", addresses));
        AssertRefused("Kestrel:Endpoints:Mine:Url", ("Kestrel:Endpoints:Mine:Url", addresses));
    }

    [Theory]
    [InlineData("HTTP_PORTS", "8080;x", "HTTP_PORTS has the port \"x\"")]
    [InlineData("HTTPS_PORTS", "70000", "HTTPS_PORTS has the port \"70000\"")]
    [InlineData("HTTP_PORTS", "-1", "HTTP_PORTS has the port \"-1\"")]
    [InlineData("AllowedHosts", "budget.example;http://budget.example", "AllowedHosts has \"http://budget.example\"")]
    [InlineData("AllowedHosts", "budget.example:8080", "AllowedHosts has \"budget.example:8080\"")]
    [InlineData("shutdownTimeoutSeconds", "-5", "shutdownTimeoutSeconds is no number of seconds")]
    [InlineData("SIGN_IN", "on", "SIGN_IN is neither \"required\" nor \"off\"")]
    [InlineData("PATH_BASE", "money", "PATH_BASE is no path such as /money")]
    [InlineData("PATH_BASE", "/money/", "PATH_BASE is no path")]
    [InlineData("PATH_BASE", "/a/../b", "PATH_BASE is no path")]
    [InlineData("PATH_BASE", "/{a}", "PATH_BASE is no path")]
    [InlineData("Kestrel:Endpoints:Mine:Protocols", "Http1", "Kestrel:Endpoints:Mine has no Url")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "Http9", "\"Http9\" is none of None, Http1, Http2")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols:0", "Tls9", "\"Tls9\" is none of")]
    [InlineData("Serilog:MinimumLevel", "Loud", "\"Loud\" is none of Verbose, Debug, Information, Warning, Error, Fatal")]
    [InlineData("Serilog:MinimumLevel:Default", "Inform", "Serilog:MinimumLevel:Default setting of \"Inform\"")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "None", "Serilog:MinimumLevel:Override:Microsoft setting of \"None\"")]
    public void A_wrong_value_is_refused_by_its_name(string name, string value, string part) => AssertRefused(part, (name, value));

    [Theory]
    [InlineData("HTTP_PORTS", "8080;8081")]
    [InlineData("AllowedHosts", "*.example;[::1];127.0.0.1;localhost")]
    [InlineData("AllowedHosts", "")]
    [InlineData("SIGN_IN", "required")]
    [InlineData("SIGN_IN", "off")]
    [InlineData("SIGN_IN", "")]
    [InlineData("PATH_BASE", "/money")]
    [InlineData("PATH_BASE", "/my/money-2.0")]
    [InlineData("PATH_BASE", "/")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "http1")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "debug")]
    [InlineData("Serilog:MinimumLevel:Default", "$switch")]
    public void A_right_value_is_taken(string name, string value) => Check((name, value));

    [Fact]
    public void What_the_command_line_says_is_blamed_on_it_and_cannot_be_overruled_unseen()
    {
        var message = Assert.Throws<SettingsException>(() => ServerSettings.Check(Configuration(("urls", "x")), _folder, ["--urls=x"])).Message;
        Assert.StartsWith("ERROR: --urls has \"x\"", message, StringComparison.Ordinal);
        message = Assert.Throws<SettingsException>(() => ServerSettings.Check(Configuration(("PATH_BASE", "x")), _folder, ["--PATH_BASE=x"])).Message;
        Assert.StartsWith("ERROR: --path-base is no path", message, StringComparison.Ordinal);
        (string, string)[] both = [("urls", "http://127.0.0.1:0"), ("Kestrel:Endpoints:Mine:Url", "http://127.0.0.1:0")];
        Assert.Contains("both say where to serve", Assert.Throws<SettingsException>(() => ServerSettings.Check(Configuration(both), _folder, ["--urls=http://127.0.0.1:0"])).Message, StringComparison.Ordinal);
        ServerSettings.Check(Configuration(both), _folder, []);
    }

    [Fact]
    public void A_certificate_is_named_by_its_file_and_its_password_is_tried()
    {
        using var certificate = NewCertificate();
        File.WriteAllBytes(Path.Combine(_folder, "good.pfx"), certificate.Export(X509ContentType.Pfx, "hunter2"));
        File.WriteAllText(Path.Combine(_folder, "good.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "good.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(_folder, "locked.key"), certificate.GetRSAPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem("hunter2", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        File.WriteAllText(Path.Combine(_folder, "bad.pfx"), "no certificate");

        Check((Certificate + ":Path", "good.pfx"), (Certificate + ":Password", "hunter2"), ("urls", "https://127.0.0.1:0"));
        Check((Certificate + ":Path", "good.pem"), (Certificate + ":KeyPath", "good.key"), ("HTTPS_PORTS", "8443"));
        Check((Certificate + ":Path", "good.pem"), (Certificate + ":KeyPath", "locked.key"), (Certificate + ":Password", "hunter2"));
        Check(("Kestrel:Endpoints:Mine:Url", "https://127.0.0.1:0"), ("Kestrel:Endpoints:Mine:Certificate:Path", "good.pem"), ("Kestrel:Endpoints:Mine:Certificate:KeyPath", "good.key"));

        AssertRefused("good.pfx, whose password is another one", (Certificate + ":Path", "good.pfx"), (Certificate + ":Password", "hunter3"));
        AssertRefused("good.pfx, whose password is another one", (Certificate + ":Path", "good.pfx"));
        AssertRefused("gone.pfx, which is not there", (Certificate + ":Path", "gone.pfx"));
        AssertRefused("bad.pfx, which cannot be used", (Certificate + ":Path", "bad.pfx"));
        AssertRefused("good.pem, which has no private key", (Certificate + ":Path", "good.pem"));
        AssertRefused("gone.key, which is not there", (Certificate + ":Path", "good.pem"), (Certificate + ":KeyPath", "gone.key"));
        AssertRefused("locked.key, which cannot be used", (Certificate + ":Path", "good.pem"), (Certificate + ":KeyPath", "locked.key"), (Certificate + ":Password", "hunter3"));
        AssertRefused("gone.pfx, which is not there", ("Kestrel:Endpoints:Mine:Url", "https://127.0.0.1:0"), ("Kestrel:Endpoints:Mine:Certificate:Path", "gone.pfx"));
        const string ByName = "Kestrel:Endpoints:Mine:Sni:budget.example:";
        (string, string)[] mine = [("Kestrel:Endpoints:Mine:Url", "https://127.0.0.1:0")];
        Check([.. mine, (ByName + "Certificate:Path", "good.pem"), (ByName + "Certificate:KeyPath", "good.key")]);
        AssertRefused("Sni:budget.example:Certificate names the file", [.. mine, (ByName + "Certificate:Path", "gone.pfx")]);
        AssertRefused("\"Http9\" is none of", [.. mine, (ByName + "Certificate:Path", "good.pem"), (ByName + "Certificate:KeyPath", "good.key"), (ByName + "Protocols", "Http9")]);
        AssertRefused("names the certificate \"nobody.invalid\", which is not in the store", (Certificate + ":Subject", "nobody.invalid"));
        AssertRefused("has both a Path and a Subject", (Certificate + ":Subject", "x"), (Certificate + ":Path", "good.pfx"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build();

    private void Check(params (string Name, string Value)[] values) => ServerSettings.Check(Configuration(values), _folder, []);

    private void AssertRefused(string part, params (string Name, string Value)[] values)
    {
        var message = Assert.Throws<SettingsException>(() => Check(values)).Message;
        Assert.StartsWith("ERROR: ", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
