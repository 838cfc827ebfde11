using System.Net;
using BiweeklyBudget.Hosting.Fetching;

namespace BiweeklyBudget.Hosting.Tests.Fetching;

/// <summary>Where pages are fetched from, and from where they never are.</summary>
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("100.100.100.200")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("::")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    public void Addresses_that_are_nobodys_or_a_clouds_own_are_refused_by_whatever_name(string address)
    {
        Assert.True(PublicAddresses.IsRefused(IPAddress.Parse(address), mayBeLoopback: true));
        Assert.True(PublicAddresses.IsRefused(IPAddress.Parse(address), mayBeLoopback: false));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void This_machine_is_asked_by_its_own_name_only(string address)
    {
        Assert.False(PublicAddresses.IsRefused(IPAddress.Parse(address), mayBeLoopback: true));
        Assert.True(PublicAddresses.IsRefused(IPAddress.Parse(address), mayBeLoopback: false));
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("192.168.1.10")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("64:ff9b::5db8:d822")]
    public void All_others_are_asked(string address) => Assert.False(PublicAddresses.IsRefused(IPAddress.Parse(address), mayBeLoopback: false));

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 leads to an address that nothing is fetched from.")]
    [InlineData("http://[fe80::1]/", "fe80::1 leads to an address that nothing is fetched from.")]
    [InlineData("http://0xa9fea9fe/", "169.254.169.254 leads to an address that nothing is fetched from.")]
    [InlineData("ftp://shop.example/", "ftp://shop.example/ is no address of the web.")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd is no address of the web.")]
    public async Task An_address_that_is_refused_is_a_problem_and_nothing_is_sent(string address, string problem)
    {
        using var handler = new Asked();
        using var pages = new PageFetcher(handler);
        var page = await pages.FetchAsync<string>(new Uri(address), (_, _) => throw new InvalidOperationException("Nothing is read."), default);
        Assert.Equal((null, problem), (page.Content, page.Problem));
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public async Task A_name_of_somebody_elses_that_leads_to_this_machine_is_refused_when_it_connects()
    {
        using var http = new HttpClient(PageFetcher.CreateHandler());
        using var server = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        using var pages = new PageFetcher(PageFetcher.CreateHandler());

        // A name of the machine that is not "localhost": where it leads to an address of the loopback it is refused, otherwise nobody listens there.
        var page = await pages.FetchAsync<string>(new Uri($"http://{Dns.GetHostName()}:{port}/"), (_, _) => Task.FromResult(""), default);
        Assert.NotNull(page.Problem);
        Assert.False(server.Pending());
    }

    private sealed class Asked : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
