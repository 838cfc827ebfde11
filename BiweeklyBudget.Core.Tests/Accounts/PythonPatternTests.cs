using BiweeklyBudget.Core.Accounts;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class PythonPatternTests
{
    [Theory]
    [InlineData("interest paid", "Interest Paid", true)]
    [InlineData("Paid", "Interest Paid", false)]
    [InlineData("Interest", "INTEREST PAID", true)]
    [InlineData(".*online payment", "$52.00 Online Payment, thank you", true)]
    [InlineData(@"^123\.81", "123.81 Credit", true)]
    [InlineData("(?P<word>ab)-(?P=word)", "AB-ab", true)]
    [InlineData("(?P<word>ab)-(?P=word)", "ab-cd", false)]
    [InlineData("a{,2}b", "aab", true)]
    [InlineData("a{,2}b", "aaab", false)]
    [InlineData(@"fee\Z", "fee", true)]
    [InlineData(@"fee\Z", "fee\n", false)]
    [InlineData("[a-z-[x]]y", "-]y", true)]
    [InlineData("[a-z-[x]]y", "b]y", true)]
    [InlineData("[]x]", "]", true)]
    [InlineData(@"[\]x]+$", "]x", true)]
    [InlineData("a|b", "xb", false)]
    [InlineData("(?x) fee # comment", "fees", true)]
    [InlineData(@"\(fee\)", "(fee)", true)]
    public void A_pattern_matches_at_the_start_ignoring_case(string pattern, string name, bool matches)
    {
        Assert.True(PythonPattern.TryCompile(pattern, out var compiled));
        Assert.Equal(matches, compiled.MatchesStartOf(name));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData("(?P=word")]
    [InlineData("(?P=word)")]
    [InlineData("(?P<1a>x)")]
    [InlineData(@"a\")]
    [InlineData("a++")]
    [InlineData("(?P>x)")]
    public void What_does_not_compile_is_refused(string pattern) => Assert.False(PythonPattern.TryCompile(pattern, out _));

    [Fact]
    public void A_pattern_that_explodes_elsewhere_takes_linear_time()
    {
        Assert.True(PythonPattern.TryCompile("(a+)+$", out var compiled));
        Assert.False(compiled.MatchesStartOf(new string('a', 5000) + "!"));
    }
}
