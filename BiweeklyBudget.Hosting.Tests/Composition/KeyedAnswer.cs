using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>What a repeated request must be told again.</summary>
internal sealed record KeyedAnswer(int Status, string? ContentType, string? Location, string Warnings, string Body)
{
    public static async Task<KeyedAnswer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new KeyedAnswer(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.ToString(),
                response.Headers.Location?.OriginalString,
                response.Headers.TryGetValues(SaveWarnings.Header, out var warnings) ? string.Concat(warnings) : "",
                await response.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Whether it says that something was saved.</summary>
    public bool IsSaved => Status is 201 || (Status is 200 && Body.Contains("\"success\":true", StringComparison.Ordinal));
}
