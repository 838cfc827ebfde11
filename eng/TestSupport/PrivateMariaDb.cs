using System.Diagnostics;
using System.Globalization;

namespace BiweeklyBudget.TestSupport;

/// <summary>A MariaDB server of one test's own, which it may kill, freeze, start again and give defaults that no other test could bear.</summary>
public sealed class PrivateMariaDb : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string[] _options;
    private Process _process;

    private PrivateMariaDb(string folder, int port, Process process, string[] options)
    {
        _folder = folder;
        _process = process;
        _options = options;
        Server = new MariaDbServer("127.0.0.1", port, "budgetTester", "");
    }

    /// <summary>How to reach it.</summary>
    public MariaDbServer Server { get; }

    /// <summary>Starts one.</summary>
    /// <param name="further">Options of the server, for example <c>--character-set-server=latin1</c>.</param>
    public static async Task<PrivateMariaDb> StartAsync(params string[] further)
    {
        await Task.Yield();

        // What was committed outlives the process, if not the machine.
        string[] options = ["--innodb-flush-log-at-trx-commit=2", .. further];
        var folder = MariaDbServer.CreateFolder();
        for (var tries = 1; ; tries++)
        {
            var port = MariaDbServer.FreePort();
            var process = MariaDbServer.StartProcess(folder, port, options);
            if (MariaDbServer.Answers(process, folder, mayTryAgain: tries < 5))
            {
                AppDomain.CurrentDomain.ProcessExit += (_, _) => MariaDbServer.End(process, folder);
                return new PrivateMariaDb(folder, port, process, options);
            }
        }
    }

    /// <summary>Ends it at once, as a crash would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as its operator would (SIGTERM).</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again, on the same port and data, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        await Task.Yield();
        _process = MariaDbServer.StartProcess(_folder, Server.Port, _options);
        MariaDbServer.Answers(_process, _folder, mayTryAgain: false);
    }

    /// <summary>Has it do nothing, and keep its connections.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("CONT");
        }

        await Task.Run(() => MariaDbServer.End(_process, _folder));
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
