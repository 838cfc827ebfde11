using System.Globalization;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>How often tests kill a process. A few times in a usual run; <c>BUDGETTEST_KILLS=50</c> makes it as many for each operation on each engine.</summary>
internal static class Kills
{
    /// <summary>The number of the long form, or else the usual one.</summary>
    public static int Or(int usual) => int.TryParse(Environment.GetEnvironmentVariable("BUDGETTEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : usual;
}
