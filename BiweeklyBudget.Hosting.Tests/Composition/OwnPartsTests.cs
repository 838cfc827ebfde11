using System.Reflection;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class OwnPartsTests
{
    private static readonly Assembly Own = typeof(OwnParts).Assembly;

    [Fact]
    public void All_tag_helpers_are_among_them()
    {
        Assert.Equal(Names(Own.GetTypes().Where(type => type.IsAssignableTo(typeof(ITagHelper)))), Names(new OwnParts().Types));
        static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void There_is_nothing_else_that_the_framework_would_look_for() =>
        Assert.DoesNotContain(Own.GetTypes(), type => type.IsAssignableTo(typeof(ControllerBase)) || type.IsAssignableTo(typeof(ViewComponent)) || type.Name.EndsWith("Controller", StringComparison.Ordinal) || type.Name.EndsWith("ViewComponent", StringComparison.Ordinal));

    [Fact]
    public void They_take_the_place_of_the_whole_assembly_and_leave_a_programs_own_parts()
    {
        var manager = new ApplicationPartManager();
        var program = new AssemblyPart(typeof(OwnPartsTests).Assembly);
        manager.ApplicationParts.Add(program);
        manager.ApplicationParts.Add(new AssemblyPart(Own));

        OwnParts.AddTo(manager);
        OwnParts.AddTo(manager);

        Assert.Equal([nameof(AssemblyPart), nameof(CompiledRazorAssemblyPart), nameof(OwnParts)], manager.ApplicationParts.Select(part => part.GetType().Name));
        Assert.Same(program, manager.ApplicationParts[0]);
    }
}
