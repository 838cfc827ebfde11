using System.Reflection;
using BiweeklyBudget.Core;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Help;

/// <summary>What somebody needs who asks for help.</summary>
internal sealed class HelpModel(BudgetEngine engine) : PageModel
{
    /// <summary>Version and source revision of the program.</summary>
    public static string Version => typeof(HelpModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Engine, host and database; never a user or a password.</summary>
    public string Database => engine.ToString();

    /// <summary>As the browser names itself.</summary>
    public string UserAgent => Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : "unknown";
}
