using System.Reflection;
using BiweeklyBudget.Core.Storage;
using Xunit.Sdk;

namespace BiweeklyBudget.TestSupport;

/// <summary>As <see cref="VectorsAttribute"/>, once on each engine: the theory takes the case and the engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorsOnBothEnginesAttribute(string area, params string[] kinds) : DataAttribute
{
    public string Area { get; } = area;

    public IReadOnlyList<string> Kinds { get; } = kinds;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from vector in VectorCase.OfKinds(Area, Kinds)
        from engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql }
        select new object[] { vector, engine };
}
