using System.Diagnostics;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>The built program <c>initdb</c>, started with a database of the test's own.</summary>
internal sealed class InitDbProcess : IAsyncDisposable
{
    private static readonly string Program = Find();
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private InitDbProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <param name="folder">The program's current folder.</param>
    /// <param name="url">DB_CONNSTRING in the program's environment; unset when null.</param>
    /// <param name="arguments">Its arguments.</param>
    public static InitDbProcess StartIn(string folder, string? url, params string[] arguments) => StartIn(folder, url, new Dictionary<string, string>(), arguments);

    /// <param name="folder">The program's current folder.</param>
    /// <param name="url">DB_CONNSTRING in the program's environment; unset when null.</param>
    /// <param name="environment">Further variables. Without BACKUP_PATH it makes no backups by itself.</param>
    /// <param name="arguments">Its arguments.</param>
    public static InitDbProcess StartIn(string folder, string? url, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment.Remove("DB_CONNSTRING");
        info.Environment["BACKUP_PATH"] = "off";

        // Hexadecimal: ten seconds. It lives hardly longer, and would spend a part of its time on optimising what it does not run any more.
        info.Environment["DOTNET_TC_CallCountingDelayMs"] = "2710";
        if (url is not null)
        {
            info.Environment["DB_CONNSTRING"] = url;
        }

        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        return new InitDbProcess(Process.Start(info)!);
    }

    public static InitDbProcess Start(string url, params string[] arguments) => StartIn(Path.GetTempPath(), url, arguments);

    /// <summary>SIGKILL: the program gets no chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string Find()
    {
        // ./test names a folder with copies that start faster.
        if (Environment.GetEnvironmentVariable("BUDGETTEST_PROGRAMS") is { Length: > 0 } programs)
        {
            return Path.Combine(programs, "BiweeklyBudget.InitDb", "BiweeklyBudget.InitDb.dll");
        }

        // …/BiweeklyBudget.Core.Tests/bin/<configuration>/<framework>/
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = framework.Parent!;
        return Path.Combine(configuration.Parent!.Parent!.Parent!.FullName, "BiweeklyBudget.InitDb", "bin", configuration.Name, framework.Name, "BiweeklyBudget.InitDb.dll");
    }
}
