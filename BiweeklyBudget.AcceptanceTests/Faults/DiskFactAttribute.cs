using System.Diagnostics;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>A test that mounts a <see cref="Disk"/>; skipped for whom that is not allowed, as for users who are not root and in containers without the right.</summary>
internal sealed class DiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(IsAllowedToMount);

    public DiskFactAttribute()
    {
        if (!CanMount.Value)
        {
            Skip = "Only root may mount the small disk that this test fills.";
        }
    }

    private static bool IsAllowedToMount()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("bbdisk-").FullName;
        var isMounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "none", folder);
        if (isMounted)
        {
            Run("umount", "-l", folder);
        }

        Directory.Delete(folder);
        return isMounted;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
