using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Puts what was found into the order that was asked for, with a place for what is not there.</summary>
internal static class Missing
{
    /// <summary>The plans of records with ids, in the order of the ids.</summary>
    public static IReadOnlyList<PlannedDeletion> Filled(RecordKind kind, IEnumerable<int> ids, IEnumerable<PlannedDeletion> found) => Filled([.. ids.Select(id => RecordKey.Of(kind, id))], found);

    /// <summary>The plans of records, in the order of the keys.</summary>
    public static IReadOnlyList<PlannedDeletion> Filled(IReadOnlyList<RecordKey> keys, IEnumerable<PlannedDeletion> found)
    {
        var byKey = found.ToDictionary(plan => plan.Record);
        return [.. keys.Select(key => byKey.GetValueOrDefault(key) ?? new PlannedDeletion { Record = key, Name = "", Obstacle = new Problem(null, ProblemCode.NotFound, $"This {RecordKinds.Words(key.Kind)} is not there any more.") })];
    }
}
