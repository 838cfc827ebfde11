using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Security;

/// <summary>What is no request, or none for this host, as it goes over the wire: the client of .NET would not send most of it.</summary>
public sealed class ServerRefusalsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("GET /accounts HTTP/1.1\r\nHost:\r\n\r\n", "400", true)]
    [InlineData("GET /accounts HTTP/1.0\r\n\r\n", "400", true)]
    [InlineData("GET /accounts HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400", true)]
    [InlineData("GET /accounts HTTP/1.1\r\n\r\n", "400", false)]
    [InlineData("GET http://evil.example/accounts HTTP/1.1\r\nHost: localhost\r\n\r\n", "400", false)]
    [InlineData("TRACE /accounts HTTP/1.1\r\nHost: localhost\r\n\r\n", "405", true)]
    public async Task A_request_for_no_host_or_another_one_is_refused(string request, string status, bool reachesProgram)
    {
        using var log = new LogLines();
        await using var host = await StartAsync(log);
        var answer = await SendAsync(host, request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        CheckHeaders(answer);

        // What the server itself refuses has no body that a browser could take for anything.
        Assert.True(reachesProgram || answer.Contains("Content-Length: 0", StringComparison.Ordinal), answer);
        if (status == "400" && reachesProgram)
        {
            Assert.Contains(log.All, line => line.Level == LogLevel.Warning && line.Text.Contains("the host name \"", StringComparison.Ordinal));
        }
    }

    // What the server refuses before the program sees it carries the headers of all answers as well.
    [Fact]
    public async Task Headers_have_limits()
    {
        await using var host = await StartAsync();
        foreach (var (status, request) in new[]
        {
            ("431", $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\n\r\n"),
            ("431", $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 101).Select(i => $"X-{i}: x\r\n"))}\r\n"),
            ("414", $"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            ("400", "GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n"),
            ("400", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"),
            ("400", "nonsense\r\n\r\n"),
            ("505", "GET / HTTP/3.7\r\nHost: localhost\r\n\r\n"),
        })
        {
            var answer = await SendAsync(host, request);
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
            CheckHeaders(answer);
        }
    }

    [Fact]
    public async Task What_the_server_refuses_over_tls_carries_the_headers_too()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var folder = Directory.CreateTempSubdirectory("bbtls-");
        var file = Path.Combine(folder.FullName, "host.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "secret"));
        await using var host = await StartAsync(_ => { }, "--urls=https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path=" + file, "--Kestrel:Certificates:Default:Password=secret");
        folder.Delete(recursive: true);
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() });
        await stream.WriteAsync("GET /healthz/ready HTTP/1.1\r\nHost: localhost\r\n\r\n nonsense\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answers = (await reader.ReadToEndAsync()).Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, answers.Length);
        Assert.StartsWith("200 OK", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("400 Bad Request", answers[1], StringComparison.Ordinal);
        Assert.All(answers, CheckHeaders);
    }

    // A body that is none is refused while the program reads it: there is one answer, with one set of headers.
    [Fact]
    public async Task A_broken_body_is_answered_once()
    {
        await using var host = await StartAsync();
        var request = "POST /forms/transaction HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n\r\n";
        var answer = await SendAsync(host, request, isWhole: false);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        CheckHeaders(answer);
    }

    // The answer that is on its way when what follows it on the connection is refused.
    [Fact]
    public async Task An_answer_before_a_refused_request_stays_whole()
    {
        await using var host = await StartAsync();
        var answer = await SendAsync(host, "GET /healthz/ready HTTP/1.1\r\nHost: localhost\r\n\r\n nonsense\r\n\r\n", isWhole: false);
        var answers = answer.Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, answers.Length);
        Assert.StartsWith("200 OK", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("400 Bad Request", answers[1], StringComparison.Ordinal);
        Assert.All(answers, CheckHeaders);
    }

    private static void CheckHeaders(string answer)
    {
        foreach (var header in new[] { "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Permissions-Policy: ", "Cache-Control: no-store" })
        {
            Assert.Equal(1, answer.Split($"\r\n{header}").Length - 1);
        }
    }

    private static async Task<string> SendAsync(InProcessHost host, string request, bool isWhole = true)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(isWhole ? request.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal) : request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private Task<InProcessHost> StartAsync(LogLines? log = null) => StartAsync(builder =>
    {
        if (log is not null)
        {
            builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log]));
        }
    });

    private Task<InProcessHost> StartAsync(Action<WebApplicationBuilder> configure, params string[] words) => InProcessHost.StartAsync(RecordedSettings.For(_database.Url), configure, words);
}
