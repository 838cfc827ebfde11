using BiweeklyBudget.Core;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Whose a request is, for middleware. As parameters of its method, the framework would compile another method for each at every start, and the book would be opened for requests that need none.
/// </summary>
internal static class RequestBook
{
    /// <summary>Whose the request is, and what is kept of it longer than the request.</summary>
    public static CurrentBook Current(this HttpContext context) => context.RequestServices.GetRequiredService<CurrentBook>();

    /// <summary>The request's book, opened when it is first asked for.</summary>
    public static BudgetBook Book(this HttpContext context) => context.RequestServices.GetRequiredService<BudgetBook>();
}
