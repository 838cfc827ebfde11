using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Records of one kind that are to go: all of them or none.</summary>
public sealed record Deletion
{
    /// <summary>Most records of a deletion.</summary>
    public const int MostRecords = 500;

    /// <summary>The kinds that can be deleted by themselves.</summary>
    public static IReadOnlyList<RecordKind> Kinds => DeletedKinds.All;

    /// <summary>Their kind, one of <see cref="Kinds"/>. Of bank transactions only interest charges that were entered by hand can go.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Their keys (<see cref="RecordKey.Key"/>), each once, at least one.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Records with numbers.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="ids">Their ids.</param>
    /// <returns>The deletion.</returns>
    public static Deletion Of(RecordKind kind, params IEnumerable<int> ids) => new() { Kind = kind, Keys = [.. ids.Select(id => RecordKey.Of(kind, id).Key)] };
}
