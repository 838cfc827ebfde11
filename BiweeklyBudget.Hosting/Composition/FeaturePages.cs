using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Lists the app's pages among the program's with what routing needs of them. The framework reads a page's class when the page is first asked for; those that it lists itself it reads at the start, all of them.
/// </summary>
internal sealed class FeaturePages(ApplicationPartManager parts, IOptions<MvcOptions> mvc, IOptions<RazorPagesOptions> pages) : IActionDescriptorProvider
{
    private readonly PageActionDescriptorProvider _pages = new([new FeatureRoutes(parts)], mvc, pages);

    public int Order => _pages.Order;

    public void OnProvidersExecuting(ActionDescriptorProviderContext context) => _pages.OnProvidersExecuting(context);

    public void OnProvidersExecuted(ActionDescriptorProviderContext context) => _pages.OnProvidersExecuted(context);
}
