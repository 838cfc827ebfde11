using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Tests.Security.SignIn;

/// <summary>Long passwords are good unless everybody would try them (ASVS 5.0, 6.2).</summary>
public sealed class PasswordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("k7#Vq9!xW2z")]
    [InlineData("passwordpassword")]
    [InlineData("Password123456")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("iloveyouiloveyou")]
    [InlineData("biweeklybudget1")]
    [InlineData("Dorothea Brooke")]
    public void Short_known_and_obvious_ones_are_refused(string password) => Assert.NotNull(Passwords.FaultOf(password, "Dorothea Brooke"));

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("k7#Vq9!xW2zP")]
    [InlineData("mein Hund frisst Käse")]
    [InlineData("ねこはさかなをたべない夜")]
    public void Others_are_taken_whatever_they_are_made_of(string password) => Assert.Null(Passwords.FaultOf(password, "ann"));

    [Fact]
    public void As_many_as_128_characters_are_taken()
    {
        var longest = string.Concat(Enumerable.Repeat("k7#Vq9!xW2zP-wXy", 8));

        Assert.Equal(128, longest.Length);
        Assert.Null(Passwords.FaultOf(longest, "ann"));
        Assert.NotNull(Passwords.FaultOf(longest + "a", "ann"));
    }

    [Fact]
    public void A_hash_is_of_one_password_and_no_two_are_the_same()
    {
        var hash = Passwords.Hash("correct horse battery staple");

        Assert.True(Passwords.IsRight(hash, "correct horse battery staple"));
        Assert.False(Passwords.IsRight(hash, "correct horse battery stapl"));
        Assert.False(Passwords.IsRight(hash, "Correct horse battery staple"));
        Assert.False(Passwords.IsRight(null, "correct horse battery staple"));
        Assert.NotEqual(hash, Passwords.Hash("correct horse battery staple"));

        // ASP.NET Core Identity's third format: version, PRF, iterations, big-endian.
        Assert.Equal(210_000u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5, 4)));
    }
}
