using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>
/// The form of a budget (spec/http-api.md §11.1). The field <c>current_balance_was</c>, the balance that the form was opened with, is ours; upstream's
/// scripts do not send it.
/// </summary>
internal sealed class BudgetForm : Form<BudgetChange, int>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(BudgetChange.Id)] = "id",
        [nameof(BudgetChange.Name)] = "name",
        [nameof(BudgetChange.Description)] = "description",
        [nameof(BudgetChange.Kind)] = "is_periodic",
        [nameof(BudgetChange.StartingBalance)] = "starting_balance",
        [nameof(BudgetChange.CurrentBalance)] = "current_balance",
        [nameof(BudgetChange.CurrentBalanceWas)] = "current_balance_was",
        [nameof(BudgetChange.IsActive)] = "is_active",
        [nameof(BudgetChange.IsIncome)] = "is_income",
        [nameof(BudgetChange.IsOmittedFromGraphs)] = "omit_from_graphs",
    };

    protected override BudgetChange Read(FieldReader fields)
    {
        var kind = Kind(fields);
        return new BudgetChange
        {
            Id = fields.RowId(),
            Name = fields.Text("name"),
            Description = fields.Text("description"),
            Kind = kind ?? BudgetKind.Periodic,

            // What belongs to the other kind is ignored, whatever it is.
            StartingBalance = kind == BudgetKind.Periodic ? fields.AmountOrNull("starting_balance") : null,
            CurrentBalance = kind == BudgetKind.Standing ? fields.AmountOrNull("current_balance") : null,
            CurrentBalanceWas = kind == BudgetKind.Standing ? fields.AmountOrNull("current_balance_was") : null,
            IsActive = fields.Flag("is_active") ?? true,
            IsIncome = fields.Flag("is_income") ?? false,
            IsOmittedFromGraphs = fields.Flag("omit_from_graphs") ?? false,
        };
    }

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, BudgetChange command, CancellationToken cancellationToken) => book.Budgets.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, BudgetChange command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Budgets.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(BudgetChange command, int saved) => $"Successfully saved Budget {saved} in database.";

    protected override string? Words(BudgetChange command, int saved) => PlainWords.Saved(command.Name);

    private static BudgetKind? Kind(FieldReader fields)
    {
        if (fields.IsBlank("is_periodic"))
        {
            fields.Errors.Add("is_periodic", "Budget must be periodic or standing");
            return null;
        }

        return fields.Flag("is_periodic") switch { true => BudgetKind.Periodic, false => BudgetKind.Standing, null => null };
    }
}
