using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>One package of the feed: its files, and what it says of itself.</summary>
public sealed class PackageContents : IDisposable
{
    private readonly ZipArchive _archive;

    public PackageContents(string file)
    {
        _archive = ZipFile.OpenRead(file);
        Description = XDocument.Parse(Text(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Descendants().First(element => element.Name.LocalName == "metadata");
    }

    /// <summary>The names of all files, for example <c>lib/net10.0/BiweeklyBudget.Core.dll</c>.</summary>
    public IEnumerable<string> Files => _archive.Entries.Select(entry => entry.FullName);

    /// <summary>The metadata of the nuspec.</summary>
    public XElement Description { get; }

    /// <summary>The packages that are asked for, with the range of versions.</summary>
    public IReadOnlyDictionary<string, string> Dependencies =>
        Description.Descendants().Where(element => element.Name.LocalName == "dependency").ToDictionary(element => (string)element.Attribute("id")!, element => (string)element.Attribute("version")!, StringComparer.Ordinal);

    /// <summary>One value of the nuspec; empty when it is not there.</summary>
    public string Says(string name) => Description.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    public byte[] Bytes(string file)
    {
        using var content = new MemoryStream();
        using var stream = (_archive.GetEntry(file) ?? throw new FileNotFoundException($"The package has no {file}; it has {string.Join(", ", Files)}")).Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public string Text(string file) => System.Text.Encoding.UTF8.GetString(Bytes(file)).TrimStart('\uFEFF');

    /// <summary>The components of the bill of materials, by their package URL.</summary>
    public IReadOnlyDictionary<string, JsonElement> Materials()
    {
        using var bill = JsonDocument.Parse(Text("sbom/bom.json"));
        return bill.RootElement.GetProperty("components").EnumerateArray().ToDictionary(component => component.GetProperty("purl").GetString()!, component => component.Clone(), StringComparer.Ordinal);
    }

    public void Dispose() => _archive.Dispose();
}
