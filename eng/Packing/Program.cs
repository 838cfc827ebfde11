using BiweeklyBudget.Packing;

switch (args)
{
    case ["documentation", var assembly, var documentation, var target]:
        PublicDocumentation.Write(assembly, documentation, target);
        return 0;
    case ["materials", var name, var version, var assets, var browserPackages, var embedded, var target]:
        await using (var stream = File.Create(target))
        {
            var materials = NuGetMaterials.Read(assets, embedded.Split(';', StringSplitOptions.RemoveEmptyEntries)).Concat(browserPackages.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(NpmMaterials.Read));
            BillOfMaterials.Write(stream, name, version, materials);
        }

        return 0;
    case ["script", var assembly, var resource, var nuspec, var target, var licence]:
        EmbeddedScript.Write(assembly, resource, nuspec, target, licence);
        return 0;
    default:
        await Console.Error.WriteLineAsync("documentation ASSEMBLY XML TARGET | materials NAME VERSION PROJECT-ASSETS PACKAGE-LOCKS EMBEDDED-PACKAGES TARGET | script ASSEMBLY RESOURCE NUSPEC TARGET LICENCE-TARGET");
        return 1;
}
