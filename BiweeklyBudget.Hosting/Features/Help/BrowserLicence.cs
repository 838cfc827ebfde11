using System.Reflection;

namespace BiweeklyBudget.Hosting.Features.Help;

/// <summary>The licence of somebody else's work that the pages send to the browser. Its author asks that the text goes with it.</summary>
/// <param name="Name">The work.</param>
/// <param name="Paragraphs">The text.</param>
internal sealed record BrowserLicence(string Name, IReadOnlyList<string> Paragraphs)
{
    // As the build names them (BrowserLicence in the project file).
    private const string Folder = "licences/";
    private const string Ending = ".txt";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<BrowserLicence> All { get; } = [.. Resources.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.OrdinalIgnoreCase).Select(Read)];

    private static Assembly Resources => typeof(BrowserLicence).Assembly;

    private static BrowserLicence Read(string resource)
    {
        using var reader = new StreamReader(Resources.GetManifestResourceStream(resource)!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(resource[Folder.Length..^Ending.Length], text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
