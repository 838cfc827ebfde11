namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>A route's description, made when somebody asks for it: the start of a program pays nothing for it.</summary>
/// <param name="make">Makes it.</param>
internal sealed class DescribedAs(Func<Operation> make)
{
    /// <summary>The description.</summary>
    public Operation Operation => make();
}
