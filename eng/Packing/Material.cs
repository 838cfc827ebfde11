namespace BiweeklyBudget.Packing;

/// <summary>A package of somebody else's that one of ours is made of, or asks for.</summary>
/// <param name="Address">Its package URL (https://github.com/package-url/purl-spec), which names it in every registry.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">The SPDX expression of its licence, or null when it names a file or a page instead.</param>
/// <param name="Sha512">The hash of the package, in hexadecimal digits.</param>
internal sealed record Material(string Address, string Name, string Version, string? Licence, string Sha512);
