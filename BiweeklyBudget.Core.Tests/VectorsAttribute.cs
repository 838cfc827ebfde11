using System.Reflection;
using BiweeklyBudget.TestSupport;
using Xunit.Sdk;

namespace BiweeklyBudget.Core.Tests;

/// <summary>
/// Runs a theory once for each vector case of an area whose kind is one of those named. Every test class with vectors has
/// <c>[Trait("Category", "Vectors")]</c> and one test that refuses kinds which no theory runs.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class VectorsAttribute(string area, params string[] kinds) : DataAttribute
{
    public string Area { get; } = area;

    public IReadOnlyList<string> Kinds { get; } = kinds;

    /// <summary>A folder of further cases (BIWEEKLYBUDGET_VECTORS) need not have some of every kind.</summary>
    public override string? Skip => VectorCase.WhyNone(Area, Kinds) ?? base.Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        VectorCase.All(Area).Where(c => Kinds.Contains(c.Kind)).Select(c => new object[] { c });
}
