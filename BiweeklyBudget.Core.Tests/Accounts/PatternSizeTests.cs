using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Tests.Accounts;

/// <summary>Users' expressions cost bounded time and memory, whatever they are.</summary>
public sealed class PatternSizeTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("interest", 8)]
    [InlineData("a{3}", 3)]
    [InlineData("a{2,7}b", 8)]
    [InlineData("a{2,}b", 3)]
    [InlineData("(ab){10}c", 21)]
    [InlineData("((a{99}){99}){99}", 970_299)]
    [InlineData("[a-z{5}]{4}", 4)]
    [InlineData("[]{9}]{2}", 2)]
    [InlineData(@"\{9}", 3)]
    [InlineData("a{x}", 4)]
    [InlineData("(a|b", 3)]
    public void The_size_of_a_pattern_is_that_of_its_counts_written_out(string pattern, long size) => Assert.Equal(size, PatternSize.Of(pattern));

    [Fact]
    public void A_pattern_of_any_size_is_counted_without_overflow() =>
        Assert.InRange(PatternSize.Of(string.Concat(Enumerable.Repeat("(", 30)) + "a" + string.Concat(Enumerable.Repeat("){999999999}", 30))), PatternSize.Largest + 1, long.MaxValue);

    [Theory]
    [InlineData(@"(\w{1,1000}){1,1000}x")]
    [InlineData(@"((.{1,99}){1,99}){1,99}$")]
    [InlineData("(a?){9999}(a?){9999}b")]
    public void A_pattern_that_would_fill_the_memory_takes_neither_that_nor_long(string pattern)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var flags = new BankTransactionFlags(new Account { PaymentPattern = pattern });

        for (var n = 0; n < 20; n++)
        {
            flags.Apply(new BankTransaction { Name = new string('a', 100 + n) });
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1L << 30);
    }

    [Fact]
    public void Patterns_share_one_span_of_time_and_a_good_one_still_marks()
    {
        const string evil = @"((a+)+)(?=\1x)";
        var flags = new BankTransactionFlags(new Account { InterestChargePattern = evil, LateFeePattern = "a" });
        flags.Prepare(Enumerable.Range(0, 40).Select(n => new string('a', 60 + n) + "!"));
        var row = new BankTransaction { Name = new string('a', 60) + "!" };

        flags.Apply(row);

        Assert.Equal((false, true), (row.IsInterestCharge, row.IsLateFee));
        Assert.Equal($"The regular expression \"{evil}\" takes too long; it marks nothing more.", Assert.Single(flags.Problems));
    }

    [Theory]
    [InlineData(null, "interest of July", true)]
    [InlineData("", "interest of July", true)]
    [InlineData(" ", "interest of July", true)]
    [InlineData("SHOP", "interest of July", false)]
    [InlineData("Interest", "", true)]
    [InlineData(null, null, false)]
    public void A_blank_name_is_stood_in_for_by_the_memo(string? name, string? memo, bool isInterest)
    {
        var row = new BankTransaction { Name = name, Memo = memo };
        new BankTransactionFlags(new Account { InterestChargePattern = "interest" }).Apply(row);

        Assert.Equal(isInterest, row.IsInterestCharge);
    }
}
