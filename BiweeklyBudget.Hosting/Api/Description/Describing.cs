namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>
/// Says what a route is for: <c>routes.MapForm("/forms/budget", new BudgetForm()).Described(BudgetOperations.Save)</c>. A route that is not described is a page, or says
/// <c>ExcludeFromDescription()</c>.
/// </summary>
internal static class Describing
{
    /// <summary>Adds the description.</summary>
    public static TRoute Described<TRoute>(this TRoute route, Func<Operation> operation)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new DescribedAs(operation));
}
