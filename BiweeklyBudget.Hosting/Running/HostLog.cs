using System.Globalization;
using BiweeklyBudget.Core.Settings;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The log of the runnable host: to the console, and to files when told so; the section <c>Serilog</c> of the configuration changes what is decided here.</summary>
internal static class HostLog
{
    private const string Section = "Serilog";

    // The most that a log can fill a disk with: a month's files, of a size that an editor opens.
    private const int FilesKept = 31;
    private const long LargestFile = 16 * 1024 * 1024;

    /// <summary>Makes the log.</summary>
    /// <exception cref="SettingsException">The file cannot be written, or the section is wrong.</exception>
    public static Logger Create(IConfiguration configuration, BudgetSettings settings)
    {
        CheckFile(settings.LogFile);
        var log = new LoggerConfiguration();
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

            // The first failing check is in the log as the begin of an outage (OutageLog).
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)

            // A start that fails is one line on stderr (HostProgram).
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .Enrich.FromLogContext();
        if (!configuration.GetSection(Section + ":WriteTo").Exists())
        {
            WriteToConsole(log, settings);
        }

        if (settings.LogFile is { } file)
        {
            WriteToFiles(log, settings, file);
        }

        return configuration.GetSection(Section).Exists() ? Configure(log, configuration) : log.CreateLogger();
    }

    /// <summary>Writes to files that are their user's alone.</summary>
    /// <param name="log">The log.</param>
    /// <param name="file">The path of the files, to which each adds its day.</param>
    /// <param name="largest">Bytes at which a file is full.</param>
    /// <param name="write">Says how lines are written to them.</param>
    internal static void WritePrivately(LoggerConfiguration log, string file, long largest, Action<LoggerSinkConfiguration> write)
    {
        // Serilog asks these before and after each line. A sink of our own would be a type that no program can load that embeds the pages and has no Serilog.
        var files = new PrivateLogFiles(file, largest);
        log.WriteTo.Logger(lines =>
        {
            lines.MinimumLevel.Verbose().Filter.ByIncludingOnly(line => files.IsReadyFor(line.Timestamp));
            write(lines.WriteTo);
        });
        log.WriteTo.Logger(after => after.MinimumLevel.Verbose().Filter.ByIncludingOnly(_ => files.IsToBeTold()));
    }

    private static void WriteToConsole(LoggerConfiguration log, BudgetSettings settings)
    {
        if (settings.LogsAsJson)
        {
            log.WriteTo.Console(new RenderedCompactJsonFormatter());
        }
        else
        {
            log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
        }
    }

    // Several hosts may write to one file.
    private static void WriteToFiles(LoggerConfiguration log, BudgetSettings settings, string file) => WritePrivately(log, file, LargestFile, lines =>
    {
        if (settings.LogsAsJson)
        {
            lines.File(new RenderedCompactJsonFormatter(), file, shared: true, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept);
        }
        else
        {
            lines.File(file, formatProvider: CultureInfo.InvariantCulture, shared: true, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept);
        }
    });

    // Serilog leaves out what it does not understand, and says so where nobody listens.
    private static Logger Configure(LoggerConfiguration log, IConfiguration configuration)
    {
        var faults = new List<string>();
        SelfLog.Enable(faults.Add);
        try
        {
            var logger = log.ReadFrom.Configuration(configuration).CreateLogger();
            return faults.Count == 0 ? logger : throw new SettingsException($"ERROR: the section {Section} is wrong: {FaultIn(faults[0])}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IOException or UnauthorizedAccessException or System.Reflection.TargetInvocationException)
        {
            throw new SettingsException($"ERROR: the section {Section} is wrong: {OneLine((exception.InnerException ?? exception).Message)}", exception);
        }
        finally
        {
            SelfLog.Disable();
        }
    }

    // After the time, and before a list of everything that would have been right.
    private static string FaultIn(string text) => OneLine(text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split("Candidate methods")[0]);

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // The log itself would say nothing when it cannot write. The files have the day in their names, so the folder is tried.
    private static void CheckFile(string? file)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            if (Directory.Exists(file) || Path.GetFileName(file).Length == 0)
            {
                throw new IOException("It is a folder.");
            }

            using var trial = new FileStream(Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"ERROR: {SettingNames.LogFile}: the file \"{file}\" cannot be written", exception);
        }
    }
}
