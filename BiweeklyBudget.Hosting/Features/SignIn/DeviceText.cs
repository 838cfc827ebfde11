namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>What a browser calls itself, as people would say it: "Firefox on Windows". Browsers claim to be others too, so the order counts.</summary>
internal static class DeviceText
{
    private const int Longest = 60;

    private static readonly (string Part, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Part, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>The words.</summary>
    /// <param name="agent">The header User-Agent; null when there was none.</param>
    public static string Of(string? agent) => agent switch
    {
        null => "Unknown program",
        _ when (NameIn(agent, Browsers), NameIn(agent, Systems)) is ({ } browser, { } system) => $"{browser} on {system}",
        { Length: > Longest } => agent[..Longest] + "…",
        _ => agent,
    };

    private static string? NameIn(string agent, (string Part, string Name)[] known) => known.FirstOrDefault(one => agent.Contains(one.Part, StringComparison.Ordinal)).Name;
}
