using System.Reflection;
using System.Xml.Linq;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A member of a documentation file, by its name there: <c>M:Namespace.Type.Method(System.Int32)</c>.</summary>
internal sealed record DocumentedMember(string Name)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The members of a file, in its order.</summary>
    public static IReadOnlyList<DocumentedMember> Read(string file) => [.. XDocument.Parse(file).Descendants("member").Select(member => new DocumentedMember((string)member.Attribute("name")!))];

    /// <summary>Whether somebody outside the assembly can use it. Overloads are told apart by the number of their parameters.</summary>
    public bool IsVisibleIn(Assembly assembly)
    {
        var path = Name[2..].Split('(')[0];
        if (Name.StartsWith("T:", StringComparison.Ordinal))
        {
            return Find(assembly, path) is { IsVisible: true };
        }

        // Types of generated files have names here that reflection does not know; none of them is visible.
        var type = Find(assembly, path[..path.LastIndexOf('.')]);
        var name = path[(path.LastIndexOf('.') + 1)..].Split('`')[0].Replace('#', '.');
        return type is { IsVisible: true } && type.GetMember(name, Declared).Any(member => ParametersOf(member) == ParameterCount() && IsCallable(member));
    }

    // Types in types have a dot before them here, and a plus in reflection.
    private static Type? Find(Assembly assembly, string name)
    {
        for (var found = assembly.GetType(name); ; found = assembly.GetType(name))
        {
            if (found is not null || name.LastIndexOf('.') is not (> 0 and var dot))
            {
                return found;
            }

            name = name[..dot] + '+' + name[(dot + 1)..];
        }
    }

    private int ParameterCount()
    {
        if (Name.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var open))
        {
            return 0;
        }

        var depth = 0;
        return 1 + Name.Skip(open + 1).Count(sign => (depth += sign switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 }) == 0 && sign == ',');
    }

    private static int ParametersOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Length,
        PropertyInfo property => property.GetIndexParameters().Length,
        _ => 0,
    };

    private static bool IsCallable(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsCallable),
        EventInfo raised => IsCallable(raised.AddMethod!),
        _ => false,
    };
}
