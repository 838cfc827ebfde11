using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The real web host in a process of its own, on a port of the loopback interface that the system chose and the host says in its log.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>How long a start may take before a test gives up; far more than it takes on a quiet machine.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;
    private readonly string _folder;
    private HttpClient? _client;

    private HostProcess(ChildProcess process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    /// <summary>For example <c>http://127.0.0.1:41234/</c>; known when it is ready.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>Follows no redirects and keeps no cookies. There when it is ready.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException($"The host does not listen yet:\n{Output}");

    public string Output => _process.Output;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the built host and waits until it can serve.</summary>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var host = Launch(Checkout.HostAssembly, environment, arguments);
        try
        {
            await host.WaitUntilReadyAsync(StartLimit);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the built host, or another program that embeds it, and returns at once.</summary>
    public static HostProcess Launch(string assembly, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        LaunchProgram(Checkout.DotNet, environment, [assembly, .. arguments]);

    /// <summary>Starts a program that serves the web app, and returns at once.</summary>
    public static HostProcess LaunchProgram(string program, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("bbhost-").FullName;
        var settings = new Dictionary<string, string?>(environment) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

        // A data folder of its own: no test sees or changes what the user of the machine has.
        settings.TryAdd("XDG_DATA_HOME", folder);
        settings.TryAdd("HOME", folder);
        return new HostProcess(ChildProcess.Start(program, arguments, settings, folder), folder);
    }

    /// <summary>Waits for 200 from <paramref name="path"/>; fails when the host ends or the time is over.</summary>
    public async Task WaitUntilReadyAsync(TimeSpan limit, string path = "/healthz/ready")
    {
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync(path))
        {
            if (_process.HasExited)
            {
                // Let the last lines arrive.
                await Task.Delay(200);
                Assert.Fail($"The host ended with {_process.ExitCode}:\n{Output}");
            }

            Assert.True(watch.Elapsed < limit, $"The host did not serve {path} within {limit.TotalSeconds:0} s:\n{Output}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task WaitForExitAsync(TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (!_process.HasExited)
        {
            Assert.True(watch.Elapsed < limit, $"The host did not end within {limit.TotalSeconds:0} s:\n{Output}");
            await Task.Delay(50);
        }

        await Task.Delay(200);
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of a page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)response.StatusCode}: {body}\n{Output}");
        return body;
    }

    /// <summary>Sends a form, as JSON, that must be saved.</summary>
    /// <param name="form">The form's name below <c>/forms/</c>.</param>
    /// <param name="fields">Its fields.</param>
    public async Task SaveAsync(string form, object fields)
    {
        using var response = await Client.PostAsJsonAsync(new Uri("/forms/" + form, UriKind.Relative), fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(body.Contains("\"success\": true", StringComparison.Ordinal) || body.Contains("\"success\":true", StringComparison.Ordinal), $"The form {form} answered {(int)response.StatusCode}: {body}");
    }

    public Task KillAsync() => _process.KillAsync();

    /// <summary>Whether it reads its settings, or has. Before that the runtime itself is starting, and there is nothing of the program's yet that could be told anything.</summary>
    public bool HasBegun => _process.HasLoaded("Microsoft.Extensions.Configuration.Json.dll");

    /// <summary>Tells it to end, as a service manager does (SIGTERM).</summary>
    public Task TellToEndAsync() => _process.SignalAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _process.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temporary folder hurts nobody.
        }
    }

    private async Task<bool> AnswersAsync(string path)
    {
        if (!IsListening())
        {
            return false;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), limit.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private bool IsListening()
    {
        if (_client is null && Listening().Match(Output) is { Success: true } line)
        {
            var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            _client = new HttpClient(handler) { BaseAddress = new Uri(line.Groups["address"].Value + "/"), Timeout = TimeSpan.FromSeconds(60) };
        }

        return _client is not null;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[1-9]\d*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Listening();
}
