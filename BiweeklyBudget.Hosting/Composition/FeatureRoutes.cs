using System.Reflection;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Razor.Hosting;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Finds the Razor Pages of this assembly in <c>Features/</c>. The framework has one root folder of pages for the whole program,
/// which stays the embedding program's. Pages answer GET, and POST only where the model handles it (405 otherwise).
/// </summary>
internal sealed class FeatureRoutes(ApplicationPartManager parts) : IPageRouteModelProvider
{
    private const string Folder = "/Features/";
    private const string PageKind = "mvc.1.0.razor-page";

    /// <summary>There is no other.</summary>
    public int Order => 0;

    /// <summary>Whether a page is one of the app's.</summary>
    public static bool IsOwn(string relativePath) => relativePath.StartsWith(Folder, StringComparison.Ordinal);

    public void OnProvidersExecuting(PageRouteModelProviderContext context)
    {
        var views = new ViewsFeature();
        parts.PopulateFeature(views);
        foreach (var view in views.ViewDescriptors.Where(v => IsOwn(v.RelativePath) && v.Item?.Kind == PageKind && v.Type?.Assembly == typeof(FeatureRoutes).Assembly))
        {
            context.RouteModels.Add(ModelOf(view));
        }
    }

    public void OnProvidersExecuted(PageRouteModelProviderContext context)
    {
    }

    private static PageRouteModel ModelOf(CompiledViewDescriptor view)
    {
        var template = view.Item!.Metadata.OfType<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value
            ?? throw new InvalidOperationException($"The page {view.RelativePath} says no address.");
        var name = Path.ChangeExtension(view.RelativePath, null);
        var model = new PageRouteModel(view.RelativePath, name) { RouteValues = { ["page"] = name } };
        model.Selectors.Add(new SelectorModel
        {
            AttributeRouteModel = new AttributeRouteModel { Template = template.TrimStart('/') },
            EndpointMetadata = { new HttpMethodMetadata(HandlesPost(view.Type!) ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"]), view.Type!.GetCustomAttribute<NeedsAttribute>() ?? new NeedsAttribute(Access.ByMethod) },
        });
        return model;
    }

    private static bool HandlesPost(Type page) =>
        page.GetProperty("Model")?.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true;
}
