using System.Reflection;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

/// <summary>Guards against vectors that nothing runs.</summary>
public static class VectorKinds
{
    /// <summary>The kinds of an area that no theory of the class names.</summary>
    public static IReadOnlyList<string> NotRunBy(Type testClass, string area)
    {
        ArgumentNullException.ThrowIfNull(testClass);
        var methods = testClass.GetMethods();
        var once = methods.SelectMany(m => m.GetCustomAttributes<VectorsAttribute>()).Where(v => v.Area == area).SelectMany(v => v.Kinds);
        var onBothEngines = methods.SelectMany(m => m.GetCustomAttributes<VectorsOnBothEnginesAttribute>()).Where(v => v.Area == area).SelectMany(v => v.Kinds);
        return [.. VectorCase.All(area).Select(c => c.Kind).Distinct().Except(once).Except(onBothEngines)];
    }
}
