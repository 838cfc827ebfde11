using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The form of a vehicle (spec/http-api.md §14.2).</summary>
internal sealed class VehicleForm : Form<VehicleChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(VehicleChange.Id)] = "id",
        [nameof(VehicleChange.Name)] = "name",
        [nameof(VehicleChange.IsActive)] = "is_active",
    };

    protected override VehicleChange Read(FieldReader fields) => new() { Id = fields.RowId(), Name = fields.Text("name"), IsActive = fields.Flag("is_active") ?? true };

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, VehicleChange command, CancellationToken cancellationToken) => book.Fuel.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, VehicleChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Fuel.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(VehicleChange command, int saved) => $"Successfully saved Vehicle {saved} in database.";

    protected override string? Words(VehicleChange command, int saved) => PlainWords.Saved(command.Name);
}
