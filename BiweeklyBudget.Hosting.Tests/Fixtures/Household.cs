namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>Whose database a host serves.</summary>
public enum Household
{
    /// <summary>Nobody has entered anything yet.</summary>
    Empty,

    /// <summary>Upstream's sample data.</summary>
    Sample,
}
