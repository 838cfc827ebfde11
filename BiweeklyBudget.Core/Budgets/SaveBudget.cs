using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// Adds or edits a budget (spec/http-api.md §11.1, spec/domain.md §6). Only the balance of the chosen kind is written. A command
/// that says what the balance was never undoes what others booked meanwhile: an untouched balance is left as stored, an edited one
/// is refused when the stored one has moved (spec/domain.md D 5).
/// </summary>
internal sealed class SaveBudget(BudgetDbContext database) : SaveOperation<BudgetChange, Budget?, int>(database)
{
    private const int LongestName = 50;

    protected override Problem Duplicate => new(nameof(BudgetChange.Name), ProblemCode.Taken, "Name must be unique");

    protected override void CheckAlone(BudgetChange command, Problems problems)
    {
        problems.RequireText(nameof(command.Name), command.Name, "Name cannot be empty", LongestName);
        problems.CheckText(nameof(command.Description), command.Description);
        if (!problems.Knows(nameof(command.Kind)))
        {
            return;
        }

        if (command.Kind == BudgetKind.Periodic)
        {
            Require(nameof(command.StartingBalance), command.StartingBalance, "Starting balance must be specified for periodic budgets.");
        }
        else
        {
            Require(nameof(command.CurrentBalance), command.CurrentBalance, "Current balance must be specified for standing budgets.");
        }

        void Require(string property, decimal? balance, string whenNone)
        {
            problems.CheckAmount(property, balance);
            if (balance is null)
            {
                problems.Add(property, ProblemCode.Missing, whenNone);
            }
        }
    }

    protected override async Task<Budget?> CheckAsync(RunningSave save, BudgetChange command, Problems problems, CancellationToken cancellationToken)
    {
        var stored = command.Id is { } id ? (await LockedBudgets.LockAsync(save, [id], cancellationToken).ConfigureAwait(false)).Find(id) : null;
        if (await save.Database.Budgets.AnyAsync(other => other.Name == command.Name && other.Id != command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.Name), ProblemCode.Taken, Duplicate.Message);
        }

        if (IsOutdated(command, stored, problems))
        {
            problems.Add(
                nameof(command.CurrentBalance),
                ProblemCode.Outdated,
                string.Create(CultureInfo.InvariantCulture, $"The balance has changed to {stored!.CurrentBalance ?? 0:0.00##} since this form was opened; please close the form, open it again and check."));
        }

        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, $"Error: no Budget with ID {command.Id}", plain: PlainProblems.Gone("budget"));
        }

        return stored;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, BudgetChange command, Budget? rows, CancellationToken cancellationToken)
    {
        var warnings = await WarningsAsync(save.Database, rows, command.Kind, cancellationToken).ConfigureAwait(false);
        var keepsBalance = SaysWhatBalanceWas(command, rows) && command.CurrentBalance == command.CurrentBalanceWas;
        var budget = rows ?? save.Database.Budgets.Add(new Budget()).Entity;
        budget.Name = command.Name;
        budget.Description = command.Description;
        budget.IsPeriodic = command.Kind == BudgetKind.Periodic;
        budget.StartingBalance = command.Kind == BudgetKind.Periodic ? command.StartingBalance : budget.StartingBalance;
        budget.CurrentBalance = command.Kind == BudgetKind.Periodic || keepsBalance ? budget.CurrentBalance : command.CurrentBalance;
        budget.IsActive = command.IsActive;
        budget.IsIncome = command.IsIncome;
        budget.IsOmittedFromGraphs = command.IsOmittedFromGraphs;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(budget.Id) { Warnings = warnings };
    }

    private static bool SaysWhatBalanceWas(BudgetChange command, Budget? stored) =>
        command is { Kind: BudgetKind.Standing, CurrentBalanceWas: not null } && stored?.IsPeriodic == false;

    private static bool IsOutdated(BudgetChange command, Budget? stored, Problems problems) =>
        problems.Knows(nameof(command.Kind)) && problems.Knows(nameof(command.CurrentBalance)) && problems.Knows(nameof(command.CurrentBalanceWas))
        && SaysWhatBalanceWas(command, stored)
        && command.CurrentBalance is not null && command.CurrentBalance != command.CurrentBalanceWas && (stored!.CurrentBalance ?? 0) != command.CurrentBalanceWas;

    private static async Task<IReadOnlyList<string>> WarningsAsync(BudgetDbContext database, Budget? stored, BudgetKind kind, CancellationToken cancellationToken)
    {
        var switches = stored is not null && (kind == BudgetKind.Periodic) != (stored.IsPeriodic == true);
        return switches && await database.TransactionSplits.AnyAsync(split => split.BudgetId == stored!.Id, cancellationToken).ConfigureAwait(false)
            ? [$"Budget {stored!.Name} already has transactions; they have not been applied to the balance of its new kind."]
            : [];
    }
}
