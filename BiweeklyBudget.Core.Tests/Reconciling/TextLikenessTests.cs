using BiweeklyBudget.Core.Reconciling;
using CsCheck;

namespace BiweeklyBudget.Core.Tests.Reconciling;

public sealed class TextLikenessTests
{
    [Theory]
    [InlineData("Market", "MARKET", 1000)]
    [InlineData("a fine market!", "FINE-MARKET", 1000)]
    [InlineData("Market", "Fuel", 0)]
    [InlineData("", "", 0)]
    [InlineData(null, "x", 0)]
    // MA AR RK KE ET against those and 04 41 12: 2·5 of 5 + 8 pairs.
    [InlineData("Market", "MARKET 0412", 769)]
    [InlineData("Ünïcode", "ÜNÏCODE", 1000)]
    public void Texts_are_alike_by_the_letter_pairs_they_share(string? one, string? other, int likeness) =>
        Assert.Equal(likeness, TextLikeness.Of(one).To(TextLikeness.Of(other)));

    [Fact]
    public void Likeness_is_the_same_from_both_sides() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) => TextLikeness.Of(a).To(TextLikeness.Of(b)) == TextLikeness.Of(b).To(TextLikeness.Of(a)));
}
