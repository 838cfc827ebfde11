namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>The tests that share one host, one database and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class AcceptanceGroup : ICollectionFixture<AcceptanceFixture>
{
    public const string Name = "Acceptance";
}
