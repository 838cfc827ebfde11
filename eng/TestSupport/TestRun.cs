using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BiweeklyBudget.TestSupport;

/// <summary>Ends what all tests of an assembly shared when the last one is done: the runner gives a process that has ended no time to do it.</summary>
public sealed class TestRun(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <summary>Name and assembly, for the attribute of each test assembly.</summary>
    public const string TypeName = "BiweeklyBudget.TestSupport.TestRun";

    public const string AssemblyName = "BiweeklyBudget.TestSupport";

    private const int LeastThreads = 32;

    private static readonly ConcurrentStack<Func<Task>> Ends = new();

    /// <summary>Has something ended with the run; what began last ends first.</summary>
    public static void AtEnd(Func<Task> end) => Ends.Push(end);

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName)
    {
        // Tests that compute or wait for processes hold their threads; what waits for an answer in time must not wait for new ones.
        ThreadPool.SetMinThreads(LeastThreads, LeastThreads);
        return new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);
    }

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sourceInformationProvider, IMessageSink diagnosticMessageSink)
        : XunitTestFrameworkExecutor(assemblyName, sourceInformationProvider, diagnosticMessageSink)
    {
        [SuppressMessage("Usage", "VSTHRD100", Justification = "The base class declares it so.")]
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly testAssembly, IEnumerable<IXunitTestCase> testCases, IMessageSink diagnosticMessageSink, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            while (Ends.TryPop(out var end))
            {
                await end();
            }

            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
