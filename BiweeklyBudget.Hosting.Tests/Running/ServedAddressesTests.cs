using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BiweeklyBudget.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>An address that somebody else is at is found without starting anything.</summary>
public sealed class ServedAddressesTests : IDisposable
{
    private readonly TcpListener _other = new(IPAddress.Loopback, 0);
    private readonly string _port;

    public ServedAddressesTests()
    {
        _other.Start();
        _port = ((IPEndPoint)_other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:{0}")]
    [InlineData("urls", "http://127.0.0.1:0;http://localhost:{0}")]
    [InlineData("HTTP_PORTS", "{0}")]
    [InlineData("HTTPS_PORTS", "{0}")]
    [InlineData("Kestrel:Endpoints:Mine:Url", "https://127.0.0.1:{0}")]
    public void One_that_is_in_use_is_named(string setting, string value)
    {
        var message = Assert.Throws<IOException>(() => Check(setting, value)).Message;

        Assert.Contains("address already in use", message, StringComparison.Ordinal);
        Assert.Contains(_port, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:0")]
    [InlineData("urls", "http://unix:/tmp/budget.sock")]
    [InlineData("PATH_BASE", "/money")]
    public void Others_are_left_as_they_are(string setting, string value)
    {
        Check(setting, value);
        Assert.False(File.Exists("/tmp/budget.sock"));
    }

    [Fact]
    public void One_that_is_free_is_free_afterwards()
    {
        _other.Stop();
        Check("urls", "http://127.0.0.1:{0}");
        Check("urls", "http://127.0.0.1:{0}");
    }

    public void Dispose() => _other.Dispose();

    private void Check(string setting, string value) =>
        ServedAddresses.Check(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value.Replace("{0}", _port, StringComparison.Ordinal))]).Build());
}
