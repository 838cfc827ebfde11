using System.Runtime.InteropServices;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>Where the built programs lie: beside this project, in the configuration that the tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, as in <c>bin/Release/net10.0</c>.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    public static string DotNet { get; } = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static string HostAssembly => BuiltAssembly("BiweeklyBudget.Hosting");

    public static string InitDbAssembly => BuiltAssembly("BiweeklyBudget.InitDb");

    // ./test names a folder with copies that start faster.
    private static string BuiltAssembly(string project) => Environment.GetEnvironmentVariable("BUDGETTEST_PROGRAMS") is { Length: > 0 } programs
        ? Path.Combine(programs, project, project + ".dll")
        : Path.Combine(Root, project, "bin", Configuration, "net10.0", project + ".dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BiweeklyBudget.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"The checkout was not found above {AppContext.BaseDirectory}.");
    }
}
