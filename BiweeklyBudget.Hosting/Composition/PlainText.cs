using System.Net.Mime;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Answers that must not depend on pages.</summary>
internal static class PlainText
{
    /// <summary>Writes a sentence.</summary>
    public static Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = MediaTypeNames.Text.Plain + "; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
