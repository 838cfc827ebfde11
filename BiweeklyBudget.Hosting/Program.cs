using BiweeklyBudget.Hosting.Running;

namespace BiweeklyBudget.Hosting;

/// <summary>Where the runnable host begins. Written out, because the compiler's own would be public in a package.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => HostProgram.RunAsync(args);
}
