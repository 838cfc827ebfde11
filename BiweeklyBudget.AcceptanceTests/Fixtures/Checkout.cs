using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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

    /// <summary>Has MSBuild do all by itself. Another process of its own would take longer to start than it helps, on processors that other tests keep busy.</summary>
    public const string OneProcess = "-maxcpucount:1";

    public static string HostAssembly => BuiltAssembly("BiweeklyBudget.Hosting");

    public static string InitDbAssembly => BuiltAssembly("BiweeklyBudget.InitDb");

    /// <summary>Puts machine code into a program's libraries, where <c>./test</c> has compiled some ahead: the very same libraries, by the mark that the compiler gave each, start sooner. Others stay as they are.</summary>
    /// <param name="folder">The program's folder.</param>
    public static void CompileAhead(string folder)
    {
        if (Environment.GetEnvironmentVariable("BUDGETTEST_PROGRAMS") is not { Length: > 0 } programs)
        {
            return;
        }

        foreach (var library in Directory.EnumerateFiles(Path.Combine(programs, "BiweeklyBudget.Hosting"), "*.dll"))
        {
            var own = Path.Combine(folder, Path.GetFileName(library));
            if (File.Exists(own) && MarkOf(own) == MarkOf(library))
            {
                File.Copy(library, own, overwrite: true);
            }
        }
    }

    private static Guid MarkOf(string library)
    {
        using var file = new PEReader(File.OpenRead(library));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

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
