using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Deleting;

/// <summary>The form that makes a record inactive which cannot be deleted: <c>kind</c> and <c>id</c>. It has no counterpart in upstream.</summary>
internal sealed class DeactivateForm : Form<DeactivateForm.Choice, string>
{
    private static readonly string[] Kinds = ["account", "budget", "scheduled", "vehicle"];

    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { [nameof(Choice.Kind)] = "kind", [nameof(Choice.Id)] = "id" };

    protected override Choice Read(FieldReader fields)
    {
        var kind = fields.Text("kind");
        if (!Kinds.Contains(kind) && !fields.Errors.Of("kind"))
        {
            fields.Errors.Add("kind", $"Please say what is to be made inactive: one of {string.Join(", ", Kinds)}.");
        }

        return new Choice(kind, fields.Reference("id", "Please say which one.") ?? 0);
    }

    protected override async Task<Outcome<string>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) => command.Kind switch
    {
        "account" => await book.Accounts.FindAsync(command.Id, cancellationToken) is { } account
            ? Named(await book.Accounts.SaveAsync(account.ToChange() with { IsActive = false }, cancellationToken), account.Name) : Gone(),
        "budget" => await book.Budgets.FindAsync(command.Id, cancellationToken) is { } budget
            ? Named(await book.Budgets.SaveAsync(budget.ToChange() with { IsActive = false }, cancellationToken), budget.Name) : Gone(),
        "vehicle" => await book.Fuel.FindVehicleAsync(command.Id, cancellationToken) is { } vehicle
            ? Named(await book.Fuel.SaveAsync(vehicle.ToChange() with { IsActive = false }, cancellationToken), vehicle.Name) : Gone(),
        _ => await book.Scheduled.FindAsync(command.Id, cancellationToken) is { } scheduled
            ? Named(await book.Scheduled.SaveAsync(scheduled.ToChange() with { IsActive = false }, cancellationToken), scheduled.Description) : Gone(),
    };

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Problem>>([]);

    protected override string Success(Choice command, string saved) => $"{saved} is inactive now.";

    private static Outcome<string> Gone() => new Outcome<string>.Refused(new Problem(null, ProblemCode.NotFound, "This is not there any more."));

    // What is stored may break a rule of today; the first one is said, since no field of this form is to blame.
    private static Outcome<string> Named(Outcome<int> outcome, string? name) => outcome switch
    {
        Outcome<int>.Saved saved => new Outcome<string>.Saved(name ?? "") { Warnings = saved.Warnings },
        Outcome<int>.Refused refused => new Outcome<string>.Refused(refused.Reason),
        Outcome<int>.Invalid invalid => new Outcome<string>.Refused(invalid.Problems[0] with { Property = null }),
        _ => throw new InvalidOperationException($"{outcome} is no outcome."),
    };

    /// <param name="Kind">What it is.</param>
    /// <param name="Id">Which.</param>
    internal sealed record Choice(string Kind, int Id);
}
