using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace BiweeklyBudget.Packing;

/// <summary>
/// Takes a script for the browser out of a package that has it inside its assembly, compressed. Nothing of the assembly is run. The licence that the package names is written beside it, since its text is in
/// no file of the package.
/// </summary>
internal static class EmbeddedScript
{
    private const string Mit = """
        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

        """;

    /// <summary>Writes both.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resource">Name of the script's resource.</param>
    /// <param name="nuspec">What the package says of itself.</param>
    /// <param name="target">The script's file, still compressed.</param>
    /// <param name="licence">The licence's file.</param>
    public static void Write(string assembly, string resource, string nuspec, string target, string licence)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, Read(assembly, resource));
        File.WriteAllText(licence, LicenceOf(XDocument.Load(nuspec)));
    }

    private static byte[] Read(string assembly, string resource)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var found = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(entry => metadata.GetString(entry.Name) == resource);
        var directory = file.PEHeaders.CorHeader!.ResourcesDirectory;
        var content = file.GetSectionData(directory.RelativeVirtualAddress).GetReader((int)found.Offset, directory.Size - (int)found.Offset);
        return content.ReadBytes(content.ReadInt32());
    }

    private static string LicenceOf(XDocument package)
    {
        string Of(string name) => package.Descendants().Single(element => element.Name.LocalName == name).Value;
        return Of("license") == "MIT" ? $"MIT License\n\nCopyright (c) {Of("authors")} ({Of("projectUrl")})\n\n{Mit.ReplaceLineEndings("\n")}" : throw new InvalidDataException($"{Of("id")} has another licence now: {Of("license")}");
    }
}
