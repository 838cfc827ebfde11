using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

public sealed class KnownDifferencesTests
{
    [Fact]
    public void Every_known_difference_names_cases_or_a_rule_and_says_why() => Assert.All(KnownDifferences.All, difference =>
    {
        Assert.NotEmpty(difference.Area);
        Assert.True(difference.Ids is { Count: > 0 } ^ difference.Rule is { Length: > 0 });
        Assert.NotEmpty(difference.Reason);
        Assert.NotEmpty(difference.Spec);
    });

    [Fact]
    public void A_rule_is_listed_once_for_an_area() =>
        Assert.Distinct(KnownDifferences.All.Where(d => d.Rule is not null).Select(d => (d.Area, d.Rule)));

    [Fact]
    public void A_rule_that_is_not_listed_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => KnownDifferences.Rule("currency", "anything goes"));
}
