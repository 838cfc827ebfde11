namespace BiweeklyBudget.Core.Scheduling;

/// <summary>
/// Occurrences of a pay period that are made, or skipped, together: all of them or none. No more of a schedule than is open in the period; who comes second finds that said.
/// </summary>
public sealed record OccurrenceBatch
{
    /// <summary>Most occurrences at once.</summary>
    public const int MostOccurrences = 200;

    /// <summary>Any day of the pay period.</summary>
    public required DateOnly PeriodDay { get; init; }

    /// <summary>The occurrences, 1 to <see cref="MostOccurrences"/>; one that occurs several times in the period may be there several times.</summary>
    public required IReadOnlyList<PlannedOccurrence> Occurrences { get; init; }

    /// <summary>Why they are skipped, 1 to 254 characters. What is made has the notes of its schedule instead.</summary>
    public string Notes { get; init; } = "";
}
