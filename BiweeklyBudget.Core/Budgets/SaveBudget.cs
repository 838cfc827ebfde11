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
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AtomicSave.RunAsync(database, token => SaveAsync(form, token), () => new SaveResult.Refused(NotUnique(new FieldErrors(form))), cancellationToken);
    }

    private static FieldErrors NotUnique(FieldErrors errors) => errors.Add("name", "Name must be unique");

    private async Task<SaveResult> SaveAsync(FormValues form, CancellationToken cancellationToken)
    {
        var fields = new FieldReader(form);
        var id = fields.RowId();
        var name = fields.RequiredText("name", "Name cannot be empty", 50);
        var description = fields.Text("description");
        var isPeriodic = Kind(fields);
        var startingBalance = isPeriodic == true ? Balance(fields, "starting_balance", "Starting balance must be specified for periodic budgets.") : null;
        var currentBalance = isPeriodic == false ? Balance(fields, "current_balance", "Current balance must be specified for standing budgets.") : null;
        var balanceWas = isPeriodic == false ? fields.AmountOrNull("current_balance_was") : null;
        var isActive = fields.Flag("is_active") ?? true;
        var isIncome = fields.Flag("is_income") ?? false;
        var isOmitted = fields.Flag("omit_from_graphs") ?? false;

        var budget = id is null ? null : await LockAsync(id.Value, cancellationToken);
        if (name.Length > 0 && await database.Budgets.AnyAsync(other => other.Name == name && other.Id != id, cancellationToken))
        {
            NotUnique(fields.Errors);
        }

        var keepsBalance = isPeriodic == false && budget?.IsPeriodic == false && !fields.IsBlank("current_balance_was");
        if (keepsBalance && currentBalance is not null && currentBalance != balanceWas && (budget!.CurrentBalance ?? 0) != balanceWas)
        {
            fields.Errors.Add("current_balance", string.Create(CultureInfo.InvariantCulture, $"The balance has changed to {budget.CurrentBalance ?? 0:0.00##} since this form was opened; please close the form, open it again and check."));
        }

        if (fields.Errors.Any)
        {
            return new SaveResult.Refused(fields.Errors);
        }

        if (id is not null && budget is null)
        {
            return new SaveResult.Failed($"Error: no Budget with ID {id}");
        }

        var warnings = await WarningsAsync(budget, isPeriodic!.Value, cancellationToken);
        budget ??= database.Budgets.Add(new Budget()).Entity;
        budget.Name = name;
        budget.Description = description;
        budget.IsPeriodic = isPeriodic;
        budget.StartingBalance = isPeriodic.Value ? startingBalance : budget.StartingBalance;
        budget.CurrentBalance = isPeriodic.Value || (keepsBalance && currentBalance == balanceWas) ? budget.CurrentBalance : currentBalance;
        budget.IsActive = isActive;
        budget.IsIncome = isIncome;
        budget.IsOmittedFromGraphs = isOmitted;
        await database.SaveChangesAsync(cancellationToken);
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

    private async Task<Budget?> LockAsync(int id, CancellationToken cancellationToken) =>
        (await LockedBudgets.LockAsync(database, [id], cancellationToken)).Find(id) is { } budget ? database.Budgets.Attach(budget).Entity : null;

    private async Task<IReadOnlyList<string>> WarningsAsync(Budget? stored, bool isPeriodic, CancellationToken cancellationToken)
    {
        var switches = stored is not null && isPeriodic != (stored.IsPeriodic == true);
        return switches && await database.TransactionSplits.AnyAsync(split => split.BudgetId == stored!.Id, cancellationToken)
            ? [$"Budget {stored!.Name} already has transactions; they have not been applied to the balance of its new kind."]
            : [];
    }
}
