using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>Chromium's virtual authenticator (WebAuthn §11): the device that keeps passkeys, with a finger on it.</summary>
internal static class VirtualDevice
{
    /// <summary>Gives a page one.</summary>
    /// <returns>The connection to the browser, and the authenticator's id.</returns>
    public static async Task<(ICDPSession Session, string Id)> AddAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var options = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        };
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        return (session, added?.GetProperty("authenticatorId").GetString() ?? throw new InvalidOperationException("There is no authenticator."));
    }

    /// <summary>How many passkeys it keeps.</summary>
    public static async Task<int> CountAsync(ICDPSession session, string id)
    {
        var kept = await session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = id });
        return kept?.GetProperty("credentials").GetArrayLength() ?? 0;
    }
}
