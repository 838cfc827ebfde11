using System.Text.Json;
using System.Xml.Linq;

namespace BiweeklyBudget.Packing;

/// <summary>The NuGet packages that a project needs when it runs, by what restore found (<c>project.assets.json</c>). Those that only a build needs are left out.</summary>
internal sealed class NuGetMaterials
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, JsonProperty> _libraries;
    private readonly SortedDictionary<string, Material> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    private NuGetMaterials(JsonElement root)
    {
        _root = root;
        _libraries = root.GetProperty("targets").EnumerateObject().First(target => !target.Name.Contains('/', StringComparison.Ordinal)).Value
            .EnumerateObject().ToDictionary(library => library.Name[..library.Name.IndexOf('/', StringComparison.Ordinal)], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads them, in the order of their addresses.</summary>
    /// <param name="assets">The file.</param>
    /// <param name="embedded">Packages that only the build refers to, of which something is inside what is built.</param>
    public static IReadOnlyList<Material> Read(string assets, IReadOnlyList<string> embedded)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(assets));
        var materials = new NuGetMaterials(file.RootElement);
        foreach (var dependency in materials.Direct())
        {
            materials.Follow(dependency);
        }

        foreach (var name in embedded)
        {
            var material = materials.Describe(materials._libraries[name].Name);
            materials._found.Add(material.Address, material);
        }

        return [.. materials._found.Values];
    }

    // Other projects of the solution come with what they need.
    private IEnumerable<string> Direct()
    {
        var project = _root.GetProperty("project");
        var packages = project.GetProperty("frameworks").EnumerateObject().Single().Value.GetProperty("dependencies").EnumerateObject()
            .Where(dependency => !(dependency.Value.TryGetProperty("suppressParent", out var hidden) && hidden.GetString() == "All")).Select(dependency => dependency.Name);
        var projects = project.GetProperty("restore").GetProperty("frameworks").EnumerateObject().Single().Value.GetProperty("projectReferences").EnumerateObject()
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Name));
        return [.. packages, .. projects];
    }

    private void Follow(string name)
    {
        if (!_seen.Add(name) || !_libraries.TryGetValue(name, out var library))
        {
            return;
        }

        if (library.Value.GetProperty("type").GetString() == "package" && IsThereAtRunTime(library.Value))
        {
            var material = Describe(library.Name);
            _found.Add(material.Address, material);
        }

        if (library.Value.TryGetProperty("dependencies", out var dependencies))
        {
            foreach (var dependency in dependencies.EnumerateObject())
            {
                Follow(dependency.Name);
            }
        }
    }

    // Others help to build: analyzers, and names that stand for several packages.
    private static bool IsThereAtRunTime(JsonElement library) => library.TryGetProperty("runtime", out _) || library.TryGetProperty("runtimeTargets", out _);

    private Material Describe(string library)
    {
        var (name, version) = library.Split('/') is [var first, var second] ? (first, second) : throw new InvalidDataException($"\"{library}\" is no name and version");
        var restored = _root.GetProperty("libraries").GetProperty(library);
        var hash = Convert.FromBase64String(restored.GetProperty("sha512").GetString()!);
        return new($"pkg:nuget/{name}@{version}", name, version, LicenceOf(restored), Convert.ToHexStringLower(hash));
    }

    private string? LicenceOf(JsonElement restored)
    {
        var description = restored.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal));
        var path = _root.GetProperty("packageFolders").EnumerateObject().Select(folder => Path.Combine(folder.Name, restored.GetProperty("path").GetString()!, description)).First(File.Exists);
        return XDocument.Load(path).Descendants().FirstOrDefault(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value;
    }
}
