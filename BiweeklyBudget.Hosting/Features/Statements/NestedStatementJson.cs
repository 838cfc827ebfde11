using System.Diagnostics.CodeAnalysis;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>A statement within another record, which says what it is (spec/http-api.md §2).</summary>
internal sealed record NestedStatementJson : StatementJson
{
    [SetsRequiredMembers]
    private NestedStatementJson(StatementJson statement)
        : base(statement)
    {
    }

    public string Class { get; } = "OFXStatement";

    public static new NestedStatementJson Of(StatementDetails details) => new(StatementJson.Of(details));
}
