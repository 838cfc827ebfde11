namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>A test that asks <c>systemd-analyze</c>; skipped where it is not installed.</summary>
internal sealed class SystemdFactAttribute : FactAttribute
{
    /// <summary>The program.</summary>
    public const string Program = "/usr/bin/systemd-analyze";

    public SystemdFactAttribute()
    {
        if (!File.Exists(Program))
        {
            Skip = Program + " is not installed.";
        }
    }
}
