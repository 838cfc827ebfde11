using System.Globalization;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>
/// Deletes records of one kind with what belongs to them (docs/adr/0031). What depends on them and what depends on that is found out under the locks that other saves
/// would need to make one depend on them, so nothing is left behind.
/// </summary>
internal sealed class DeleteRecords(BudgetDbContext database) : SaveOperation<Deletion, DeletedKind?, int>(database)
{
    /// <summary>What is wrong with the command itself.</summary>
    public static Problem? ProblemOf(Deletion command) => command switch
    {
        _ when !DeletedKinds.All.Contains(command.Kind) => new Problem(nameof(command.Kind), ProblemCode.WrongKind, $"A {RecordKinds.Words(command.Kind)} cannot be deleted by itself."),
        { Keys.Count: 0 } => new Problem(nameof(command.Keys), ProblemCode.Missing, "Nothing was chosen."),
        { Keys.Count: > Deletion.MostRecords } => new Problem(nameof(command.Keys), ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"At most {Deletion.MostRecords} can be deleted at once.")),
        _ when command.Keys.FirstOrDefault(key => !DeletedKinds.IsKey(command.Kind, key)) is { } wrong => new Problem(nameof(command.Keys), ProblemCode.BadFormat, $"\"{wrong}\" is no {RecordKinds.Words(command.Kind)}."),
        _ when command.Keys.Distinct(StringComparer.Ordinal).Count() < command.Keys.Count => new Problem(nameof(command.Keys), ProblemCode.Repeated, "The same was chosen twice."),
        _ => null,
    };

    protected override void CheckAlone(Deletion command, Problems problems)
    {
        if (problems.Knows(nameof(command.Kind)) && problems.Knows(nameof(command.Keys)) && ProblemOf(command) is { } problem)
        {
            problems.Add(problem.Property!, problem.Code, problem.Message);
        }
    }

    protected override async Task<DeletedKind?> CheckAsync(RunningSave save, Deletion command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.Kind)) || !problems.Knows(nameof(command.Keys)) || ProblemOf(command) is not null)
        {
            return null;
        }

        var kind = DeletedKinds.Of(command, save.Database);
        await kind.LockAsync(save, cancellationToken).ConfigureAwait(false);
        var obstacles = (await kind.PlanAsync(cancellationToken).ConfigureAwait(false)).Select(planned => planned.Obstacle).OfType<Problem>().ToList();
        if (obstacles.Count > 0)
        {
            var more = obstacles.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" {obstacles.Count - 1} more cannot be deleted either.") : "";
            problems.Refuse(obstacles[0].Code, obstacles[0].Message + more);
        }

        return kind;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, Deletion command, DeletedKind? rows, CancellationToken cancellationToken) =>
        await rows!.RemoveAsync(save, cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<int>.Refused(new Problem(null, ProblemCode.OutOfRange, refusal))
            : new Outcome<int>.Saved(command.Keys.Count);
}
