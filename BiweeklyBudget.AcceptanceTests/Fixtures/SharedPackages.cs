namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The classes that look at the packages: packing takes long, so they share one feed.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPackages : ICollectionFixture<PackageFeed>
{
    public const string Name = "Packages";
}
