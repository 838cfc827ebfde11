using System.Text;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>Headers that keep a browser from doing with the pages what they are not for (spec/http-api.md §19, 26).</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Where the description of the interface is shown, by a program that is not ours.</summary>
    private static readonly PathString DescriptionPage = "/api/docs";

    private const string Sources =
        "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; ";

    // HTML becomes elements, and a script becomes a worker, in one module of ours alone (wwwroot/bb/js/trusted.js).
    private const string Policy = Sources + "trusted-types biweeklybudget";

    // What shows the description writes HTML by itself.
    private const string DescriptionPolicy = Sources + "trusted-types biweeklybudget default dompurify vue 'allow-duplicates'";

    // All that a page could ask a browser for and none of ours does.
    private const string Permissions =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), "
        + "local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), window-management=(), xr-spatial-tracking=()";

    private static readonly byte[] All = AllLines();

    /// <summary>The same as lines of a head, each with its end, for an answer that the server gives by itself (<see cref="ServerRefusals"/>).</summary>
    public static ReadOnlySpan<byte> Lines => All;

    public Task InvokeAsync(HttpContext context)
    {
        var policy = context.Request.Path.Equals(DescriptionPage, StringComparison.OrdinalIgnoreCase) ? DescriptionPolicy : Policy;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            WriteShared(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>The same for what a program answers outside of the pages, such as an address that nobody serves: what is said already stays.</summary>
    public static RequestDelegate Everywhere(RequestDelegate next) => context =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentSecurityPolicy.Count == 0)
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                WriteShared(context.Response.Headers);
            }

            return Task.CompletedTask;
        });
        return next(context);
    };

    private static byte[] AllLines()
    {
        IHeaderDictionary headers = new HeaderDictionary();
        headers.ContentSecurityPolicy = Policy;
        WriteShared(headers);
        return Encoding.ASCII.GetBytes(string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\r\n")));
    }

    private static void WriteShared(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;

        // What a page shows is somebody's money: no copy of it stays on a disk. Files that hold none say so themselves.
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
