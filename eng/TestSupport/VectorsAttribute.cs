using System.Reflection;
using Xunit.Sdk;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Runs a theory once for each vector case of an area whose kind is one of those named. Every test class with vectors has
/// <c>[Trait("Category", "Vectors")]</c> and one test that refuses kinds which no theory runs.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class VectorsAttribute(string area, params string[] kinds) : DataAttribute
{
    public string Area { get; } = area;

    public IReadOnlyList<string> Kinds { get; } = kinds;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        VectorCase.OfKinds(Area, Kinds).Select(c => new object[] { c });
}
