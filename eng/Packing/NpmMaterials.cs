using System.Text.Json;

namespace BiweeklyBudget.Packing;

/// <summary>The npm packages whose files are part of the web app, by its <c>package-lock.json</c>.</summary>
internal static class NpmMaterials
{
    private const string Folder = "node_modules/";
    private const string Hash = "sha512-";

    // Of one that the build alone needs, and of one that a package only wants to have beside itself: of Bootstrap, the style sheet alone is used here.
    private static readonly string[] Unused = ["dev", "peer"];

    /// <summary>Reads them.</summary>
    /// <param name="packageLock">The file.</param>
    public static IReadOnlyList<Material> Read(string packageLock)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(packageLock));
        return [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.StartsWith(Folder, StringComparison.Ordinal) && !Unused.Any(mark => package.Value.TryGetProperty(mark, out _))).Select(Read)];
    }

    private static Material Read(JsonProperty package)
    {
        var name = package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
        var version = package.Value.GetProperty("version").GetString()!;
        var hash = Convert.FromBase64String(package.Value.GetProperty("integrity").GetString()![Hash.Length..]);
        return new($"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}", name, version, package.Value.GetProperty("license").GetString(), Convert.ToHexStringLower(hash));
    }
}
