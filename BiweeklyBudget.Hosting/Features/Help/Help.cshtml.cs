using System.Reflection;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Help;

/// <summary>What somebody needs who asks for help.</summary>
internal sealed class HelpModel(CurrentBook current, BudgetBook book) : PageModel
{
    /// <summary>Version and source revision of the program.</summary>
    public static string Version => typeof(HelpModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Engine, host and database; never a user or a password.</summary>
    public string Database => current.Served.Engine.ToString();

    /// <summary>How the automatic backups stand.</summary>
    public BackupState? Backups { get; private set; }

    /// <summary>As the browser names itself.</summary>
    public string UserAgent => Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : "unknown";

    /// <summary>Reads what the page says.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Backups = await book.ReadBackupsAsync(cancellationToken);
}
