namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A fact about the rights of files, which Windows has in another form.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no modes of files.";
        }
    }
}
