using System.Text;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BiweeklyBudget.Core.Tests;

/// <summary>
/// Which folder of the engine uses which: read from the compiled code, and from the using lines for constants, which leave no trace
/// in it. A folder is a namespace; one inside another is a folder of its own. What tools write is left out.
/// </summary>
internal sealed partial class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    /// <summary>All folders; the one at the top is the empty text.</summary>
    public IEnumerable<string> Folders => _uses.Keys;

    /// <summary>Whether a namespace holds what tools of EF Core wrote: migrations, and the compiled models of both engines.</summary>
    public static bool IsGenerated(string name) => name.Contains(".Migrations", StringComparison.Ordinal) || name.Contains(".CompiledModels", StringComparison.Ordinal);

    /// <summary>Reads the graph of a library.</summary>
    /// <param name="library">Path of its assembly.</param>
    /// <param name="sources">Its folder of sources.</param>
    /// <param name="prefix">Its root namespace.</param>
    public static FolderGraph Read(string library, string sources, string prefix)
    {
        var graph = new FolderGraph();
        string? FolderOf(string name) => name == prefix ? "" : name.StartsWith(prefix + ".", StringComparison.Ordinal) && !IsGenerated(name) ? name[(prefix.Length + 1)..] : null;
        using var module = ModuleDefinition.ReadModule(library);
        foreach (var type in module.GetTypes().Where(type => FolderOf(NamespaceOf(type)) is not null))
        {
            foreach (var used in new UsedTypes(type).Find().Where(used => FolderOf(NamespaceOf(used)) is not null))
            {
                graph.Add(FolderOf(NamespaceOf(type))!, FolderOf(NamespaceOf(used))!, $"{type.Name} -> {used.Name}");
            }
        }

        foreach (var file in SourcesIn(sources))
        {
            var text = File.ReadAllText(file);
            var folder = FolderOf(NamespaceLine().Match(text).Groups["name"].Value);
            foreach (var used in UsingLine().Matches(text).Select(line => FolderOf(line.Groups["name"].Value)).OfType<string>().Where(_ => folder is not null))
            {
                graph.Add(folder!, used, Path.GetFileNameWithoutExtension(file) + " (using)");
            }
        }

        return graph;
    }

    /// <summary>Files whose namespace is not that of their folder.</summary>
    public static IEnumerable<string> Misplaced(string sources, string prefix) =>
        from file in SourcesIn(sources)
        let folder = Path.GetRelativePath(sources, Path.GetDirectoryName(file)!)
        let expected = folder == "." ? prefix : prefix + "." + folder.Replace(Path.DirectorySeparatorChar, '.')
        where NamespaceLine().Match(File.ReadAllText(file)).Groups["name"].Value != expected
        select Path.GetRelativePath(sources, file);

    /// <summary>What a folder uses, with an example of each use.</summary>
    public IReadOnlyDictionary<string, string> UsedBy(string folder) => _uses[folder];

    /// <summary>The same graph in which folders deeper than so many levels count as the one that they stand in.</summary>
    public FolderGraph ToDepth(int levels)
    {
        var graph = new FolderGraph();
        foreach (var (from, uses) in _uses)
        {
            foreach (var (to, example) in uses)
            {
                graph.Add(Cut(from, levels), Cut(to, levels), example);
            }
        }

        return graph;
    }

    /// <summary>The shortest way from each folder back to itself, for those that have one.</summary>
    public IEnumerable<string> Circles() => _uses.Keys.Select(Circle).OfType<string>();

    /// <summary>One line a folder.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (folder, uses) in _uses)
        {
            text.Append(folder.Length == 0 ? "(top)" : folder).Append(" -> ").AppendJoin(", ", uses.Keys).AppendLine();
        }

        return text.ToString();
    }

    private static string Cut(string folder, int levels) => string.Join('.', folder.Split('.').Take(levels));

    private static IEnumerable<string> SourcesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !OutputFolder().IsMatch(Path.GetRelativePath(folder, file)));

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    private void Add(string from, string to, string example)
    {
        if (!_uses.TryGetValue(from, out var uses))
        {
            _uses[from] = uses = new(StringComparer.Ordinal);
        }

        if (!_uses.ContainsKey(to))
        {
            _uses[to] = new(StringComparer.Ordinal);
        }

        if (from != to)
        {
            uses.TryAdd(to, example);
        }
    }

    private string? Circle(string start)
    {
        var ways = new Queue<string[]>([[start]]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            foreach (var (next, example) in _uses[way[^1]])
            {
                if (next == start)
                {
                    return string.Join(" -> ", [.. way, next]) + $" (the last by {example})";
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(^|[\\/])(obj|bin|Migrations|CompiledModels)[\\/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutputFolder();

    /// <summary>All types that a type's declaration and code name.</summary>
    private sealed class UsedTypes(TypeDefinition type)
    {
        private readonly List<TypeReference> _found = [];

        public List<TypeReference> Find()
        {
            Add(type.BaseType);
            AddAttributes(type);
            AddConstraints(type);
            foreach (var used in type.Interfaces)
            {
                Add(used.InterfaceType);
            }

            foreach (var field in type.Fields)
            {
                Add(field.FieldType);
                AddAttributes(field);
            }

            foreach (var property in type.Properties)
            {
                AddAttributes(property);
            }

            foreach (var method in type.Methods)
            {
                Add(method);
                AddAttributes(method);
                AddConstraints(method);
                AddBody(method);
            }

            return _found;
        }

        private void AddBody(MethodDefinition method)
        {
            if (!method.HasBody)
            {
                return;
            }

            foreach (var variable in method.Body.Variables)
            {
                Add(variable.VariableType);
            }

            foreach (var handler in method.Body.ExceptionHandlers)
            {
                Add(handler.CatchType);
            }

            foreach (Instruction instruction in method.Body.Instructions)
            {
                switch (instruction.Operand)
                {
                    case TypeReference used:
                        Add(used);
                        break;
                    case FieldReference used:
                        Add(used.DeclaringType);
                        Add(used.FieldType);
                        break;
                    case MethodReference used:
                        Add(used);
                        break;
                }
            }
        }

        private void Add(MethodReference method)
        {
            Add(method.DeclaringType);
            Add(method.ReturnType);
            foreach (var parameter in method.Parameters)
            {
                Add(parameter.ParameterType);
            }

            if (method is GenericInstanceMethod generic)
            {
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument);
                }
            }
        }

        private void AddAttributes(ICustomAttributeProvider member)
        {
            foreach (var attribute in member.CustomAttributes)
            {
                Add(attribute.AttributeType);
                foreach (var argument in attribute.ConstructorArguments)
                {
                    Add(argument.Value as TypeReference);
                }
            }
        }

        private void AddConstraints(IGenericParameterProvider owner)
        {
            foreach (var constraint in owner.GenericParameters.SelectMany(parameter => parameter.Constraints))
            {
                Add(constraint.ConstraintType);
            }
        }

        private void Add(TypeReference? used)
        {
            switch (used)
            {
                case null or GenericParameter:
                    return;
                case GenericInstanceType generic:
                    Add(generic.ElementType);
                    foreach (var argument in generic.GenericArguments)
                    {
                        Add(argument);
                    }

                    return;
                case IModifierType modifier:
                    Add(modifier.ModifierType);
                    Add(modifier.ElementType);
                    return;
                case FunctionPointerType pointer:
                    Add(pointer.ReturnType);
                    foreach (var parameter in pointer.Parameters)
                    {
                        Add(parameter.ParameterType);
                    }

                    return;
                case TypeSpecification wrapped:
                    Add(wrapped.ElementType);
                    return;
                default:
                    _found.Add(used);
                    return;
            }
        }
    }
}
