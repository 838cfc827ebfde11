using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BiweeklyBudget.Packing;

/// <summary>What of an assembly others can use, by the names that documentation files have (C# specification, annex D.4.2). Nothing of the assembly is loaded or run.</summary>
internal sealed class VisibleMembers
{
    private readonly MetadataReader _reader;
    private readonly DocumentedTypes _types;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private VisibleMembers(MetadataReader reader)
    {
        _reader = reader;
        _types = new(reader);
    }

    /// <summary>Reads the names.</summary>
    /// <param name="assembly">The file.</param>
    public static IReadOnlySet<string> Read(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var members = new VisibleMembers(file.GetMetadataReader());
        foreach (var handle in members._reader.TypeDefinitions)
        {
            members.Add(handle);
        }

        return members._names;
    }

    private void Add(TypeDefinitionHandle handle)
    {
        if (!IsVisible(handle))
        {
            return;
        }

        var type = _reader.GetTypeDefinition(handle);
        var name = _types.NameOf(handle);
        _names.Add("T:" + name);
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition).Where(field => IsVisible((MethodAttributes)field.Attributes)))
        {
            _names.Add($"F:{name}.{_reader.GetString(field.Name)}");
        }

        foreach (var method in type.GetMethods().Where(IsVisible).Select(_reader.GetMethodDefinition))
        {
            var signature = method.DecodeSignature(_types, default);
            var arity = signature.GenericParameterCount > 0 ? $"``{signature.GenericParameterCount}" : "";
            var own = _reader.GetString(method.Name).Replace('.', '#');
            var result = own is "op_Implicit" or "op_Explicit" ? "~" + signature.ReturnType : "";
            _names.Add($"M:{name}.{own}{arity}{Parameters(signature.ParameterTypes)}{result}");
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            var accessors = property.GetAccessors();
            if (IsVisible(accessors.Getter) || IsVisible(accessors.Setter))
            {
                _names.Add($"P:{name}.{_reader.GetString(property.Name)}{Parameters(property.DecodeSignature(_types, default).ParameterTypes)}");
            }
        }

        foreach (var raised in type.GetEvents().Select(_reader.GetEventDefinition).Where(raised => IsVisible(raised.GetAccessors().Adder)))
        {
            _names.Add($"E:{name}.{_reader.GetString(raised.Name)}");
        }
    }

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    private bool IsVisible(MethodDefinitionHandle handle) => !handle.IsNil && IsVisible(_reader.GetMethodDefinition(handle).Attributes);

    // Fields have the same three bits for it as methods.
    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string Parameters(ImmutableArray<string> types) => types.IsEmpty ? "" : $"({string.Join(',', types)})";
}
