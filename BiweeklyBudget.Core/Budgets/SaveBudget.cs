using System.Globalization;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// Adds or edits a budget (spec/http-api.md §11.1, spec/domain.md §6). Only the balance of the chosen kind is written. A form
/// that also sends <c>current_balance_was</c>, the balance it was opened with, never undoes what others booked meanwhile: an
/// untouched balance is left as stored, an edited one is refused when the stored one has moved (spec/domain.md D 5).
/// </summary>
/// <param name="database">The database.</param>
public sealed class SaveBudget(BudgetDbContext database)
{
    /// <summary>Saves a form with the fields of spec/http-api.md §11.1 and, optionally, <c>current_balance_was</c>.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the budget's id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, Read, SaveAsync, NotUnique, cancellationToken);

    private static void NotUnique(FieldErrors errors) => errors.Add("name", "Name must be unique");

    private static Fields Read(FieldReader fields)
    {
        var id = fields.RowId();
        var name = fields.RequiredText("name", "Name cannot be empty", 50);
        var description = fields.Text("description");
        var isPeriodic = Kind(fields);
        return new Fields
        {
            Id = id,
            Name = name,
            Description = description,
            IsPeriodic = isPeriodic,
            StartingBalance = isPeriodic == true ? Balance(fields, "starting_balance", "Starting balance must be specified for periodic budgets.") : null,
            CurrentBalance = isPeriodic == false ? Balance(fields, "current_balance", "Current balance must be specified for standing budgets.") : null,
            BalanceWas = isPeriodic == false ? fields.AmountOrNull("current_balance_was") : null,
            SaysWhatBalanceWas = isPeriodic == false && !fields.IsBlank("current_balance_was"),
            IsActive = fields.Flag("is_active") ?? true,
            IsIncome = fields.Flag("is_income") ?? false,
            IsOmitted = fields.Flag("omit_from_graphs") ?? false,
        };
    }

    private static async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, FieldErrors errors, CancellationToken cancellationToken)
    {
        var budget = fields.Id is { } id ? (await LockedBudgets.LockAsync(save, [id], cancellationToken).ConfigureAwait(false)).Find(id) : null;
        if (fields.Name.Length > 0 && await save.Database.Budgets.AnyAsync(other => other.Name == fields.Name && other.Id != fields.Id, cancellationToken).ConfigureAwait(false))
        {
            NotUnique(errors);
        }

        var keepsBalance = fields.SaysWhatBalanceWas && budget?.IsPeriodic == false;
        if (keepsBalance && fields.CurrentBalance is not null && fields.CurrentBalance != fields.BalanceWas && (budget!.CurrentBalance ?? 0) != fields.BalanceWas)
        {
            errors.Add("current_balance", string.Create(CultureInfo.InvariantCulture, $"The balance has changed to {budget.CurrentBalance ?? 0:0.00##} since this form was opened; please close the form, open it again and check."));
        }

        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        if (fields.Id is not null && budget is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {fields.Id}");
        }

        var isPeriodic = fields.IsPeriodic!.Value;
        var warnings = await WarningsAsync(save.Database, budget, isPeriodic, cancellationToken).ConfigureAwait(false);
        budget ??= save.Database.Budgets.Add(new Budget()).Entity;
        budget.Name = fields.Name;
        budget.Description = fields.Description;
        budget.IsPeriodic = isPeriodic;
        budget.StartingBalance = isPeriodic ? fields.StartingBalance : budget.StartingBalance;
        budget.CurrentBalance = isPeriodic || (keepsBalance && fields.CurrentBalance == fields.BalanceWas) ? budget.CurrentBalance : fields.CurrentBalance;
        budget.IsActive = fields.IsActive;
        budget.IsIncome = fields.IsIncome;
        budget.IsOmittedFromGraphs = fields.IsOmitted;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new SaveResult.Saved($"Successfully saved Budget {budget.Id} in database.", budget.Id) { Warnings = warnings };
    }

    private static bool? Kind(FieldReader fields)
    {
        if (!fields.IsBlank("is_periodic"))
        {
            return fields.Flag("is_periodic");
        }

        fields.Errors.Add("is_periodic", "Budget must be periodic or standing");
        return null;
    }

    private static decimal? Balance(FieldReader fields, string field, string whenBlank)
    {
        if (!fields.IsBlank(field))
        {
            return fields.Amount(field);
        }

        fields.Errors.Add(field, whenBlank);
        return null;
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(BudgetDbContext database, Budget? stored, bool isPeriodic, CancellationToken cancellationToken)
    {
        var switches = stored is not null && isPeriodic != (stored.IsPeriodic == true);
        return switches && await database.TransactionSplits.AnyAsync(split => split.BudgetId == stored!.Id, cancellationToken).ConfigureAwait(false)
            ? [$"Budget {stored!.Name} already has transactions; they have not been applied to the balance of its new kind."]
            : [];
    }

    private sealed record Fields
    {
        public required int? Id { get; init; }

        public required string Name { get; init; }

        public required string Description { get; init; }

        public required bool? IsPeriodic { get; init; }

        public required decimal? StartingBalance { get; init; }

        public required decimal? CurrentBalance { get; init; }

        public required decimal? BalanceWas { get; init; }

        public required bool SaysWhatBalanceWas { get; init; }

        public required bool IsActive { get; init; }

        public required bool IsIncome { get; init; }

        public required bool IsOmitted { get; init; }
    }
}
