using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// A program that a test runs: its output is collected, its environment holds none of the product's settings but those
/// given, and it is ended with the test run at the latest.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly string[] Inherited = ["PATH", "HOME", "USER", "LANG", "TMPDIR", "DOTNET_ROOT", "DOTNET_CLI_HOME", "DOTNET_gcServer", "DOTNET_TieredPGO", "NUGET_PACKAGES", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Lock _lock = new();

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data, _output);
        process.ErrorDataReceived += (_, line) => Append(line.Data, _output, _errors);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it wrote so far, to standard output and standard error.</summary>
    public string Output
    {
        get
        {
            lock (_lock)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>What it wrote so far to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_lock)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Waits until it has ended by itself and everything that it wrote has arrived.</summary>
    public async Task WaitForExitAsync(TimeSpan limit)
    {
        using var over = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(over.Token);
    }

    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string workingFolder)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingFolder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in info.Environment.Keys.Except(Inherited).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        info.Environment["DOTNET_NOLOGO"] = "1";

        // Hexadecimal: ten seconds. It lives hardly longer, and would spend a quarter of its time on optimising what it does not run any more.
        info.Environment["DOTNET_TC_CallCountingDelayMs"] = "2710";
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        var process = new Process { StartInfo = info };
        var child = new ChildProcess(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += child.KillAtExit;
        return child;
    }

    /// <summary>Runs a program to its end and fails unless it ended with <paramref name="expectedExitCode"/>.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string workingFolder, TimeSpan timeout, int expectedExitCode = 0)
    {
        var shown = string.Join(' ', arguments);
        await using var child = Start(program, arguments, environment, workingFolder);
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            await child._process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{Path.GetFileName(program)} {shown} did not end within {timeout.TotalSeconds:0} s:\n{child.Output}");
        }

        Assert.True(child.ExitCode == expectedExitCode, $"{Path.GetFileName(program)} {shown} ended with {child.ExitCode}:\n{child.Output}");
        return child.Output;
    }

    /// <summary>Ends it at once (SIGKILL), as a crash or a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Whether it has loaded a library.</summary>
    public bool HasLoaded(string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/maps")).Contains(file, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended.
            return false;
        }
    }

    /// <summary>Sends it a signal.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        await KillAsync();
        _process.Dispose();
    }

    private void KillAtExit(object? sender, EventArgs arguments)
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private void Append(string? line, params StringBuilder[] texts)
    {
        if (line is not null)
        {
            lock (_lock)
            {
                foreach (var text in texts)
                {
                    text.AppendLine(line);
                }
            }
        }
    }
}
