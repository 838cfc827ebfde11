using BiweeklyBudget.TestSupport;

[assembly: TestFramework(TestRun.TypeName, TestRun.AssemblyName)]
