using System.Reflection;
using BiweeklyBudget.Core.Storage;
using Xunit.Sdk;

namespace BiweeklyBudget.Core.Tests;

/// <summary>A storage test: runs once on each engine, which it takes as its only argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothEnginesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseEngine.Sqlite], [DatabaseEngine.MySql]];
}
