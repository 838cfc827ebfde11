using System.Reflection;

namespace BiweeklyBudget.TestSupport;

/// <summary>Guards against vectors that nothing runs.</summary>
public static class VectorKinds
{
    // What pages make of the engine's figures is run by the tests of the web app, everything else by those of the engine: no kind by neither.
    private static readonly HashSet<(string Area, string Kind)> OfPages =
    [
        ("display", "period_panel_color"), ("display", "percent"), ("display", "months_years"), ("display", "pluralize"),
        ("display", "money_cell"), ("display", "budget_cell"), ("display", "time_ago"),
        ("pay_periods", "relative_label"), ("pay_periods", "listing"),
    ];

    /// <summary>The kinds of an area that no theory of the class names, without those that are a matter of pages.</summary>
    public static IReadOnlyList<string> NotRunBy(Type testClass, string area) => [.. KindsOf(area).Where(kind => !OfPages.Contains((area, kind))).Except(RunBy(testClass, area))];

    /// <summary>The kinds of an area that are a matter of pages and that no theory of the classes names.</summary>
    public static IReadOnlyList<string> OfPagesNotRunBy(string area, params IReadOnlyList<Type> testClasses) =>
        [.. KindsOf(area).Where(kind => OfPages.Contains((area, kind))).Except(testClasses.SelectMany(testClass => RunBy(testClass, area)))];

    private static IEnumerable<string> KindsOf(string area) => VectorCase.All(area).Select(c => c.Kind).Distinct();

    private static IEnumerable<string> RunBy(Type testClass, string area)
    {
        var methods = testClass.GetMethods();
        var once = methods.SelectMany(m => m.GetCustomAttributes<VectorsAttribute>()).Where(v => v.Area == area).SelectMany(v => v.Kinds);
        var onBothEngines = methods.SelectMany(m => m.GetCustomAttributes<VectorsOnBothEnginesAttribute>()).Where(v => v.Area == area).SelectMany(v => v.Kinds);
        return once.Concat(onBothEngines);
    }
}
