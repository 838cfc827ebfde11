using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Refuses requests that another site's page makes a browser send (spec/http-api.md §19, 20): those that change something, and those that read something into that page. Browsers say where a request comes
/// from; scripts without those headers are not affected, and no tokens are needed. Another origin may come in when the program says so by name, in a CORS policy of the mount.
/// </summary>
internal sealed class CrossSiteRequests(RequestDelegate next, ILogger<CrossSiteRequests> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;

        // The page that says so to whoever was refused is let through.
        if (context.Features.Get<ErrorShown>() is null && (IsUnsafe(request.Method) ? RequestOrigin.IsOtherSite(request) : RequestOrigin.IsOtherSitesRead(request)) && !await IsAllowedAsync(context, context.Current().Mount))
        {
            Refusals.OtherSite(logger, context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    // A policy for any origin is one for reading: whoever is signed in would save what any site wants.
    private static async Task<bool> IsAllowedAsync(HttpContext context, Endpoint? mount)
    {
        var policy = mount?.Metadata.GetMetadata<ICorsMetadata>() switch
        {
            ICorsPolicyMetadata own => own.Policy,
            IEnableCorsAttribute named => await context.RequestServices.GetRequiredService<ICorsPolicyProvider>().GetPolicyAsync(context, named.PolicyName),
            _ => null,
        };
        return policy is { AllowAnyOrigin: false } && context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && policy.IsOriginAllowed(origin);
    }

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
