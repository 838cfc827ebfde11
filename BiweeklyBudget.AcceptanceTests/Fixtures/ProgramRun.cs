namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>One run of a built program to its end, in a folder of its own, by which a test sees what the program left behind.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _folder;

    private ProgramRun(ChildProcess process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>What it wrote, to standard output and standard error.</summary>
    public string Output => _process.Output;

    /// <summary>What it wrote to standard error.</summary>
    public string Errors => _process.Errors;

    /// <summary>The files in its current folder and in the user's data folder, which is another one, by their names.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>Runs it.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="settings">The text of <c>appsettings.json</c> in its current folder; null for none.</param>
    /// <param name="environment">Its settings.</param>
    /// <param name="arguments">Its command line.</param>
    public static async Task<ProgramRun> ToEndAsync(string assembly, string? settings, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("bbrun-").FullName;
        var current = Directory.CreateDirectory(Path.Combine(folder, "current")).FullName;
        if (settings is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(current, "appsettings.json"), settings);
        }

        // A data folder of its own: no test sees or changes what the user of the machine has.
        var variables = new Dictionary<string, string?>(environment) { ["XDG_DATA_HOME"] = Path.Combine(folder, "data"), ["HOME"] = folder };
        var run = new ProgramRun(ChildProcess.Start(Checkout.DotNet, [assembly, .. arguments], variables, current), folder);
        try
        {
            await run._process.WaitForExitAsync(HostProcess.StartLimit);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
