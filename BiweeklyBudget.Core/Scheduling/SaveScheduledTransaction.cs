using System.Globalization;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>Adds or edits a scheduled transaction of one of the five types (spec/http-api.md §8.1, spec/domain.md §9).</summary>
internal sealed class SaveScheduledTransaction(BudgetDbContext database) : SaveOperation<ScheduledChange, ScheduledTransaction?, int>(database)
{
    protected override void CheckAlone(ScheduledChange command, Problems problems)
    {
        problems.RequireText(nameof(command.Description), command.Description, "Description cannot be empty");
        problems.RequireAmount(nameof(command.Amount), command.Amount);
        problems.CheckAmount(nameof(command.SalesTax), command.SalesTax);
        problems.CheckText(nameof(command.Notes), command.Notes);
        if (problems.Knows(nameof(command.Schedule)))
        {
            CheckSchedule(command.Schedule, problems);
        }
    }

    protected override async Task<ScheduledTransaction?> CheckAsync(RunningSave save, ScheduledChange command, Problems problems, CancellationToken cancellationToken)
    {
        var stored = command.Id is { } id ? await save.Rows.ScheduledTransactionAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (problems.Knows(nameof(command.Schedule)) && command.Schedule is { Type: ScheduleType.Date, Date: { } date })
        {
            problems.CheckDate(Part(nameof(command.Schedule.Date)), date, stored?.Date);
        }

        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no ScheduledTransaction with ID {command.Id}"), plain: PlainProblems.Gone("scheduled transaction"));
        }
        else if (problems.Knows(nameof(command.AccountId)) && !await save.Database.Accounts.AnyAsync(account => account.Id == command.AccountId, cancellationToken).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Account with ID {command.AccountId}"), plain: PlainProblems.Gone("account"));
        }
        else if (problems.Knows(nameof(command.BudgetId)) && !await save.Database.Budgets.AnyAsync(budget => budget.Id == command.BudgetId, cancellationToken).ConfigureAwait(false))
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Budget with ID {command.BudgetId}"), plain: PlainProblems.Gone("budget"));
        }

        return stored;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, ScheduledChange command, ScheduledTransaction? rows, CancellationToken cancellationToken)
    {
        var scheduled = rows ?? save.Database.ScheduledTransactions.Add(new ScheduledTransaction()).Entity;
        scheduled.Description = command.Description;
        scheduled.Amount = command.Amount;
        scheduled.SalesTax = command.SalesTax;
        scheduled.AccountId = command.AccountId;
        scheduled.BudgetId = command.BudgetId;
        scheduled.Notes = command.Notes;
        scheduled.IsActive = command.IsActive ?? scheduled.IsActive;
        StoredSchedule.Write(command.Schedule, scheduled);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(scheduled.Id);
    }

    private static void CheckSchedule(Schedule schedule, Problems problems)
    {
        switch (schedule.Type)
        {
            case ScheduleType.Date:
                // Needs the stored row; it is checked with that.
                break;
            case ScheduleType.Monthly:
                Require(schedule.DayOfMonth is >= 1 and <= Schedule.LastDayOfMonth, nameof(schedule.DayOfMonth), "Day of month must be from 1 to 28");
                break;
            case ScheduleType.PerPeriod:
                Require(schedule.NumberPerPeriod is >= 1 and <= short.MaxValue, nameof(schedule.NumberPerPeriod), "Number per period must be from 1 to 32767");
                break;
            case ScheduleType.Weekly:
                Require(schedule.DayOfWeek is >= 0 and <= 6, nameof(schedule.DayOfWeek), "Day of week must be from 0 (Monday) to 6 (Sunday)");
                break;
            case ScheduleType.Annual:
                var hasMonth = schedule.AnnualMonth is >= 1 and <= 12;
                var hasDay = schedule.AnnualDay is >= 1 and <= 31;
                Require(hasMonth, nameof(schedule.AnnualMonth), "Month must be from 1 to 12");
                Require(hasDay, nameof(schedule.AnnualDay), "Day must be from 1 to 31");
                Require(!hasMonth || !hasDay || schedule.IsValid || !problems.Knows(Part(nameof(schedule.AnnualMonth))), nameof(schedule.AnnualDay), "This month never has that day");
                break;
            default:
                problems.Add(nameof(ScheduledChange.Schedule), ProblemCode.Missing, "Type cannot be empty");
                break;
        }

        void Require(bool isMet, string part, string message)
        {
            if (!isMet)
            {
                problems.Add(Part(part), ProblemCode.OutOfRange, message);
            }
        }
    }

    private static string Part(string name) => $"{nameof(ScheduledChange.Schedule)}.{name}";
}
