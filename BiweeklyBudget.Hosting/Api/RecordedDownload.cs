using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>A file that leaves the program: where people sign in, the audit log says so before its first byte.</summary>
/// <param name="fileName">Name of the file, a constant.</param>
/// <param name="file">The file.</param>
internal sealed class RecordedDownload(string fileName, IResult file) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        if (services.GetRequiredService<CurrentBook>().Served.AsksForSignIn && !HttpMethods.IsHead(httpContext.Request.Method))
        {
            await services.GetRequiredService<BudgetBook>().Audit.AddAsync(AuditKind.Export, fileName, details: null, httpContext.RequestAborted);
        }

        await file.ExecuteAsync(httpContext);
    }
}
