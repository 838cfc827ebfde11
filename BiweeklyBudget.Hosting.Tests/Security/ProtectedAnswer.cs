namespace BiweeklyBudget.Hosting.Tests.Security;

/// <summary>What every answer says to a browser so that the pages cannot be misused (spec/http-api.md §19, 26).</summary>
internal static class ProtectedAnswer
{
    private static readonly string[] Forbidden = ["default-src", "object-src", "base-uri", "frame-ancestors"];

    private static readonly string[] Sources = ["'none'", "'self'", "data:"];

    public static void Check(HttpResponseMessage response)
    {
        var directives = Header("Content-Security-Policy").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToDictionary(directive => directive.Split(' ')[0], directive => directive.Split(' ')[1..], StringComparer.Ordinal);
        foreach (var name in Forbidden)
        {
            Assert.Equal((name, "'none'"), (name, Assert.Single(directives[name])));
        }

        // Nothing inline, nothing compiled from text, nothing of another origin.
        Assert.All(directives.Where(directive => directive.Key.EndsWith("-src", StringComparison.Ordinal)).SelectMany(directive => directive.Value), source => Assert.Contains(source, Sources));
        Assert.Equal("'self'", Assert.Single(directives["script-src"]));
        Assert.Equal("'script'", Assert.Single(directives["require-trusted-types-for"]));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));

        // Only what is the same for everybody is kept anywhere.
        var isAsset = response.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/bb/", StringComparison.Ordinal) && response.IsSuccessStatusCode;
        Assert.True(isAsset || response.Headers.CacheControl?.NoStore == true, $"{response.RequestMessage.RequestUri} may be kept: {response.Headers.CacheControl}");

        string Header(string name) => Assert.Single(response.Headers.GetValues(name));
    }
}
