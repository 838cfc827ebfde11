using System.Text.Json;

namespace BiweeklyBudget.Packing;

/// <summary>
/// A software bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). It has no time and no random number, so that the same
/// sources make the same package.
/// </summary>
internal static class BillOfMaterials
{
    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">The package that is made.</param>
    /// <param name="version">Its version.</param>
    /// <param name="materials">What it is made of, or asks for.</param>
    public static void Write(Stream stream, string name, string version, IEnumerable<Material> materials)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        WriteNames(json, $"pkg:nuget/{name}@{version}", name, version);
        WriteLicence(json, "MIT");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("components");
        foreach (var material in materials)
        {
            json.WriteStartObject();
            WriteNames(json, material.Address, material.Name, material.Version);
            WriteHash(json, material.Sha512);
            if (material.Licence is { } licence)
            {
                WriteLicence(json, licence);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string address, string name, string version)
    {
        json.WriteString("type", "library");
        json.WriteString("bom-ref", address);
        json.WriteString("name", name);
        json.WriteString("version", version);
        json.WriteString("purl", address);
    }

    private static void WriteHash(Utf8JsonWriter json, string sha512)
    {
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-512");
        json.WriteString("content", sha512);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLicence(Utf8JsonWriter json, string expression)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
