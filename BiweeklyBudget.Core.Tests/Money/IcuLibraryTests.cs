using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Tests.Money;

public sealed class IcuLibraryTests
{
    [Fact]
    public void It_is_the_one_that_NET_has_loaded_and_no_second_is_loaded()
    {
        Assert.Equal("$1.00", new MoneyFormat("en_US", "USD").Format(1m));
        if (OperatingSystem.IsLinux())
        {
            Assert.Single(File.ReadLines("/proc/self/maps").Where(line => line.Contains("/libicuuc.so.", StringComparison.Ordinal)).Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]).Distinct(StringComparer.Ordinal));
        }
    }
}
