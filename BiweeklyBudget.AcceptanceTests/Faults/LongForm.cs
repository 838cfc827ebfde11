using System.Globalization;

namespace BiweeklyBudget.AcceptanceTests.Faults;

/// <summary>The fault tests are short in a usual run. <c>BUDGETTEST_FAULT_SECONDS=60</c> lets each fault last that long, with as much more done meanwhile.</summary>
internal static class LongForm
{
    /// <summary>The collection of the classes whose long form measures how soon a host answers: they do not disturb one another.</summary>
    public const string OneAtATime = "Faults, one at a time";

    private const int Short = 2;

    /// <summary>How long a fault lasts.</summary>
    public static TimeSpan FaultTime { get; } = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_FAULT_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > Short ? seconds : Short);

    /// <summary>In the short form other tests run at the same time, from which eight restless clients would take the processors.</summary>
    public static TimeSpan PauseOfClients => IsWanted ? TimeSpan.Zero : TimeSpan.FromMilliseconds(100);

    public static bool IsWanted => FaultTime > TimeSpan.FromSeconds(Short);
}
