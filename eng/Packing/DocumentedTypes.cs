using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace BiweeklyBudget.Packing;

/// <summary>How documentation files write the type of a parameter, for example <c>System.Collections.Generic.List{``0}[]@</c>.</summary>
internal sealed class DocumentedTypes(MetadataReader reader) : ISignatureTypeProvider<string, DocumentedTypes.None>
{
    /// <summary>The name of a type of the assembly itself.</summary>
    public string NameOf(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return Join(type.GetDeclaringType() is { IsNil: false } outer ? NameOf(outer) : reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var outer = type.ResolutionScope.Kind == HandleKind.TypeReference ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind) : reader.GetString(type.Namespace);
        return Join(outer, reader.GetString(type.Name));
    }

    public string GetTypeFromSpecification(MetadataReader reader, None genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericTypeParameter(None genericContext, int index) => $"`{index}";

    public string GetGenericMethodParameter(None genericContext, int index) => $"``{index}";

    // The arguments of outer types stand with them: Outer{System.Int32}.Inner{System.String} is Outer`1.Inner`1 with both.
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var used = 0;
        return string.Join('.', genericType.Split('.').Select(part =>
        {
            if (part.Split('`') is not [var name, var count])
            {
                return part;
            }

            var own = typeArguments.Skip(used).Take(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            used += own.Count;
            return $"{name}{{{string.Join(',', own)}}}";
        }));
    }

    private static string Join(string outer, string name) => outer.Length == 0 ? name : $"{outer}.{name}";

    /// <summary>Names need nothing of what is around them.</summary>
    internal readonly record struct None;
}
