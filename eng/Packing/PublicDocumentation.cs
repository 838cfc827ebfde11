using System.Xml.Linq;

namespace BiweeklyBudget.Packing;

/// <summary>The compiler's documentation file, without what nobody outside the assembly can call.</summary>
internal static class PublicDocumentation
{
    /// <summary>Writes it.</summary>
    /// <param name="assembly">The assembly that is documented.</param>
    /// <param name="documentation">What the compiler wrote.</param>
    /// <param name="target">Where to.</param>
    public static void Write(string assembly, string documentation, string target)
    {
        var visible = VisibleMembers.Read(assembly);
        var file = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
        foreach (var member in file.Descendants("member").Where(member => !visible.Contains((string?)member.Attribute("name") ?? "")).ToList())
        {
            (member.PreviousNode as XText)?.Remove();
            member.Remove();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        file.Save(target, SaveOptions.DisableFormatting);
    }
}
