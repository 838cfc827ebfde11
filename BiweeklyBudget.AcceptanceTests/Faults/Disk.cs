using System.Diagnostics;
using System.Globalization;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>A small disk in memory. Only root may have one (<see cref="DiskFactAttribute"/>).</summary>
internal sealed class Disk : IAsyncDisposable
{
    private Disk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<Disk> MountAsync(int kilobytes)
    {
        var folder = Directory.CreateTempSubdirectory("bbdisk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", Size(kilobytes), "none", folder);
        return new Disk(folder);
    }

    public Task ResizeAsync(int kilobytes) => RunAsync("mount", "-o", "remount," + Size(kilobytes), Folder);

    /// <summary>Writes a file until there is no room left.</summary>
    public static async Task FillAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await stream.WriteAsync(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string Size(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {error}");
        }
    }
}
