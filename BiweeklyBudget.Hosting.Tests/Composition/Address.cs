using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>An address of a route, and the status that it is answered with.</summary>
/// <param name="Route">The route's pattern.</param>
/// <param name="Path">The address.</param>
/// <param name="Empty">Status when nobody has entered anything yet.</param>
/// <param name="Sample">Status with the sample data.</param>
internal sealed record Address(string Route, string Path, int Empty = 200, int Sample = 200)
{
    public int StatusOf(Household household) => household == Household.Empty ? Empty : Sample;
}
