namespace BiweeklyBudget.TestSupport;

/// <summary>The repository's test data: <c>eng/testdata</c>.</summary>
public static class TestData
{
    private static readonly string Root = Find();

    /// <summary>The folder of the repository.</summary>
    public static string Repository => Path.GetFullPath(Path.Combine(Root, "..", ".."));

    /// <summary>Figures: <c>eng/testdata/vectors</c>, or the folder that BIWEEKLYBUDGET_VECTORS names.</summary>
    public static string Vectors => Given("BIWEEKLYBUDGET_VECTORS") ?? OwnVectors;

    /// <summary>The repository's own figures, whatever BIWEEKLYBUDGET_VECTORS says.</summary>
    public static string OwnVectors => Path.Combine(Root, "vectors");

    /// <summary>Recordings: <c>eng/testdata/golden</c>, or the folder that BIWEEKLYBUDGET_GOLDEN names.</summary>
    public static string Golden => Given("BIWEEKLYBUDGET_GOLDEN") ?? OwnGolden;

    /// <summary>The repository's own recordings, whatever BIWEEKLYBUDGET_GOLDEN says.</summary>
    public static string OwnGolden => Path.Combine(Root, "golden");

    /// <summary>A file of <c>eng/testdata/fixtures</c>.</summary>
    public static string Fixture(string name) => Path.Combine(Root, "fixtures", name);

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "eng", "testdata");
            if (File.Exists(Path.Combine(data, "README.md")))
            {
                return data;
            }
        }

        throw new DirectoryNotFoundException($"The checkout with its folder eng/testdata was not found above {AppContext.BaseDirectory}.");
    }
}
