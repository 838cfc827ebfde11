using System.Reflection;
using BiweeklyBudget.TestSupport;
using Xunit.Sdk;

namespace BiweeklyBudget.Core.Tests;

/// <summary>As <see cref="VectorsAttribute"/>, where a static method of the test class chooses the cases.</summary>
/// <param name="testClass">The test class.</param>
/// <param name="member">Its method: no parameters, the arguments of each test as <c>IEnumerable&lt;object[]&gt;</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorMembersAttribute(Type testClass, string member) : DataAttribute
{
    public Type TestClass { get; } = testClass;

    public string Member { get; } = member;

    /// <summary>A folder of further cases (BIWEEKLYBUDGET_VECTORS) need not have such ones.</summary>
    public override string? Skip => TestData.HasOtherVectors && !Cases().Any() ? $"The folder {TestData.Vectors} has no such case." : base.Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Cases();

    private IEnumerable<object[]> Cases() => (IEnumerable<object[]>)TestClass.GetMethod(Member)!.Invoke(null, null)!;
}
