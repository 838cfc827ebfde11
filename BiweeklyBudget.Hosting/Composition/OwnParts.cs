using System.Reflection;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Assets;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// What the framework finds in this assembly: the pages and views, and the tag helpers. There are no controllers to be looked for, so the assembly is not given as a whole: at each start, the framework
/// would load all its types.
/// </summary>
internal sealed class OwnParts : ApplicationPart, IApplicationPartTypeProvider
{
    private static readonly TypeInfo[] TagHelpers =
    [
        typeof(AddressTagHelper).GetTypeInfo(),
        typeof(AssetTagHelper).GetTypeInfo(),
        typeof(BarTagHelper).GetTypeInfo(),
        typeof(FieldTagHelper).GetTypeInfo(),
        typeof(MoneyTagHelper).GetTypeInfo(),
        typeof(SortTagHelper).GetTypeInfo(),
    ];

    public override string Name => Own.GetName().Name!;

    public IEnumerable<TypeInfo> Types => TagHelpers;

    private static Assembly Own => typeof(OwnParts).Assembly;

    /// <summary>Adds them to a program's parts. One that references the package has found the assembly as a whole.</summary>
    public static void AddTo(ApplicationPartManager manager)
    {
        foreach (var whole in manager.ApplicationParts.OfType<AssemblyPart>().Where(part => part.Assembly == Own).ToList())
        {
            manager.ApplicationParts.Remove(whole);
        }

        if (!manager.ApplicationParts.OfType<CompiledRazorAssemblyPart>().Any(part => part.Assembly == Own))
        {
            manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(Own));
        }

        if (!manager.ApplicationParts.OfType<OwnParts>().Any())
        {
            manager.ApplicationParts.Add(new OwnParts());
        }
    }
}
