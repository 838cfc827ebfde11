using BiweeklyBudget.Hosting.Features.SignIn;

namespace BiweeklyBudget.Hosting.Tests.Features.SignIn;

public sealed class DeviceTextTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15", "Safari on Mac")]
    [InlineData("curl/8.14.1", "curl/8.14.1")]
    [InlineData(null, "Unknown program")]
    public void It_is_what_people_would_say(string? agent, string words) => Assert.Equal(words, DeviceText.Of(agent));

    [Fact]
    public void What_nobody_knows_is_cut() => Assert.Equal(61, DeviceText.Of(new string('x', 300)).Length);
}
