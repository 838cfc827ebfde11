using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What the user should know about something that was saved all the same. It goes in a header of its own, as a JSON list of
/// texts, because the body is the one that upstream's scripts know.
/// </summary>
internal static class SaveWarnings
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Save-Warnings";

    // A header of many kilobytes breaks proxies; the first warnings are enough to go and look.
    private const int Most = 20;

    /// <summary>Writes the header if there is anything to say.</summary>
    public static void Write(HttpResponse response, IReadOnlyList<string> warnings)
    {
        if (warnings.Count > 0)
        {
            // ASCII only: the serializer escapes everything else.
            response.Headers[Header] = JsonSerializer.Serialize(warnings.Take(Most));
        }
    }
}
