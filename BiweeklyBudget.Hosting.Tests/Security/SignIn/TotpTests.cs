using System.Text;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>The codes of RFC 6238, appendix B (SHA-1), of which the last six of eight digits are ours.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_code_of_a_moment_is_the_standards(long seconds, string code)
    {
        Assert.Equal(code, Totp.CodeOf(Key, seconds / 30));
        Assert.Equal(seconds / 30, Totp.StepOf(Key, code[..3] + " " + code[3..], DateTimeOffset.FromUnixTimeSeconds(seconds)));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_of_the_step_before_or_after_is_taken_and_no_other(long away, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);

        Assert.Equal(isTaken, Totp.StepOf(Key, Totp.CodeOf(Key, (1234567890 / 30) + away), now) is not null);
    }

    [Fact]
    public void A_key_is_written_in_base32_and_read_back()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.TextOf(Key));
        Assert.Equal(Key, Totp.KeyOf("gezdgnbvgy3tqojq GEZDGNBVGY3TQOJQ"));
        Assert.Null(Totp.KeyOf("GEZD"));
        Assert.Null(Totp.KeyOf("1EZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        Assert.Null(Totp.KeyOf(null));
    }

    [Fact]
    public void A_sealed_key_opens_with_its_password_alone()
    {
        var box = SecondFactorBox.Seal(Key, "correct horse battery");

        Assert.InRange(box.Length, 1, 254);
        Assert.Equal(Key, SecondFactorBox.Open(box, "correct horse battery"));
        Assert.Null(SecondFactorBox.Open(box, "correct horse batterx"));
        Assert.Null(SecondFactorBox.Open("AAAA", "correct horse battery"));
        Assert.NotEqual(box, SecondFactorBox.Seal(Key, "correct horse battery"));
    }
}
