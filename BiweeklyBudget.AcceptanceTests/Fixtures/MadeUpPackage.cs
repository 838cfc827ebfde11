using System.IO.Compression;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A package that a test makes: what restore and package validation need to see of it, and nothing else.</summary>
internal static class MadeUpPackage
{
    /// <summary>Writes it into a folder feed.</summary>
    /// <param name="folder">The feed.</param>
    /// <param name="name">Its name; also its assembly's.</param>
    /// <param name="version">Its version.</param>
    /// <param name="dependency">What it asks for: a name and a range of versions.</param>
    /// <param name="assembly">The content of its assembly; without one it is nothing that could be loaded.</param>
    public static void Write(string folder, string name, string version, (string Name, string Range)? dependency = null, byte[]? assembly = null)
    {
        Directory.CreateDirectory(folder);
        using var archive = ZipFile.Open(Path.Combine(folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        var asked = dependency is var (other, range) ? $"""<dependency id="{other}" version="{range}" />""" : "";
        Add(archive, name + ".nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{name}</id>
                <version>{version}</version>
                <authors>a test</authors>
                <description>Made by a test.</description>
                <dependencies><group targetFramework="net10.0">{asked}</group></dependencies>
              </metadata>
            </package>
            """));
        Add(archive, $"lib/net10.0/{name}.dll", assembly ?? []);
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }
}
