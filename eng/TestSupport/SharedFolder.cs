namespace BiweeklyBudget.TestSupport;

/// <summary>
/// The folder <c>shared</c> beside the checkout: test vectors, recorded transcripts and database dumps. Tests that need it
/// say so when it is missing.
/// </summary>
public static class SharedFolder
{
    public static string Root { get; } = Find();

    /// <summary>The vectors: <c>shared/vectors</c>, or the folder that BIWEEKLYBUDGET_VECTORS names.</summary>
    public static string Vectors => Environment.GetEnvironmentVariable("BIWEEKLYBUDGET_VECTORS") is { Length: > 0 } folder ? folder : Path.Combine(Root, "vectors");

    public static string Golden => Path.Combine(Root, "golden");

    public static string Fixture(string name) => Path.Combine(Root, "fixtures", name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "golden", "README.md")))
            {
                return shared;
            }
        }

        throw new DirectoryNotFoundException($"No folder 'shared' with vectors and transcripts was found beside any parent of {AppContext.BaseDirectory}.");
    }
}
