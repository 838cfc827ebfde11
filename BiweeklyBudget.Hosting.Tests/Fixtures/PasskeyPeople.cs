using System.Net;
using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>People with passkeys on a host, and what their browsers do.</summary>
internal sealed class PasskeyPeople(GuardedHost guarded)
{
    /// <summary>The origin of a host's pages.</summary>
    public static string OriginOf(GuardedHost host) => host.Host.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Answers a challenge as a browser with one cookie would.</summary>
    public static async Task<HttpStatusCode> AnswerStatusAsync(GuardedHost host, string? cookie, string answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.PathBase + "/sign-in?handler=Passkey") { Content = new FormUrlEncodedContent([KeyValuePair.Create("answer", answer)]) };
        request.Headers.Accept.ParseAdd("text/html");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await host.Host.Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Adds an owner with a password, and a passkey of his by the page.</summary>
    public async Task<SoftwarePasskey> AddAsync(string name)
    {
        await guarded.AddAsync(name, UserRole.Owner);
        using var browser = await guarded.SignInAsync(name);
        var device = new SoftwarePasskey();
        var answer = device.Create(await CreationOptionsAsync(browser), OriginOf(guarded));
        using var added = await guarded.PostAsync(browser, "/security/passkeys?handler=Add", ("name", name + "'s phone"), ("answer", answer));
        Assert.True(added.StatusCode == HttpStatusCode.OK, await added.Content.ReadAsStringAsync());
        return device;
    }

    /// <summary>What the page is given to make a passkey of.</summary>
    public Task<string> CreationOptionsAsync(HttpClient browser) => OptionsAsync(browser, "/security/passkeys?handler=Options");

    /// <summary>What the page to sign in is given to ask for a passkey.</summary>
    public Task<string> OptionsAsync(HttpClient browser) => OptionsAsync(browser, "/sign-in?handler=PasskeyOptions");

    /// <summary>The same, with the cookie that says which challenge it is.</summary>
    public async Task<(string Cookie, string Options)> CookieAndOptionsAsync()
    {
        using var response = await guarded.Host.Client.PostAsync(new Uri(guarded.PathBase + "/sign-in?handler=PasskeyOptions", UriKind.Relative), content: null);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^bb-challenge=[A-Za-z0-9_-]{43}; max-age=300; path=/; samesite=strict; httponly$", cookie);
        return (cookie.Split(';')[0], await response.Content.ReadAsStringAsync());
    }

    /// <summary>Signs in with a passkey.</summary>
    public async Task<HttpResponseMessage> SignInAsync(HttpClient browser, SoftwarePasskey device, string back = "")
    {
        var answer = device.Answer(await OptionsAsync(browser), OriginOf(guarded));
        return await guarded.PostAsync(browser, "/sign-in?handler=Passkey", ("answer", answer), ("return", back));
    }

    /// <summary>What comes of signing in with a passkey.</summary>
    public async Task<HttpStatusCode> SignInStatusAsync(SoftwarePasskey device)
    {
        using var browser = guarded.OpenBrowser();
        using var response = await SignInAsync(browser, device);
        return response.StatusCode;
    }

    /// <summary>What a page is given to ask a device for.</summary>
    public async Task<string> OptionsAsync(HttpClient browser, string address)
    {
        using var response = await guarded.PostAsync(browser, address, ("password", GuardedHost.Password));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode}: {body}\n{string.Join('\n', guarded.Host.Errors)}");
        return body;
    }
}
