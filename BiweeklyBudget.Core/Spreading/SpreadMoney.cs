using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;

namespace BiweeklyBudget.Core.Spreading;

/// <summary>
/// Spreads what is left over in a pay period. All budgets are locked before the figures are read: whoever books on one waits, so that what is promised is what comes.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="calendar">When the user is paid.</param>
/// <param name="time">The clock.</param>
/// <param name="defaultAccountId">The account that transfers stand on, if it is active.</param>
internal sealed class SpreadMoney(BudgetDbContext database, PayCalendar calendar, TimeProvider time, int defaultAccountId) : SaveOperation<Spread, SpreadRows?, SavedSpread>(database)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>What can be spread in a period.</summary>
    public static async Task<SpreadableMoney> ReadAsync(BudgetDbContext database, PayPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var (figures, budgets) = await new PayPeriodForecast(database).ReadWithBudgetsAsync(period, today, cancellationToken).ConfigureAwait(false);
        return SpreadableMoney.Of(figures, budgets.Where(budget => budget is { IsStanding: true, IsActive: true }));
    }

    protected override void CheckAlone(Spread command, Problems problems)
    {
        problems.CheckDate(nameof(command.PeriodDay), command.PeriodDay);
        problems.CheckText(nameof(command.Notes), command.Notes);
        switch (command.Shares.Count)
        {
            case 0:
                problems.Add(nameof(command.Shares), ProblemCode.Missing, "Please enter an amount for at least one budget.");
                break;
            case > Spread.MostShares:
                problems.Add(nameof(command.Shares), ProblemCode.TooMany, string.Create(CultureInfo.InvariantCulture, $"At most {Spread.MostShares} at once."));
                return;
        }

        foreach (var (place, share) in command.Shares.Index())
        {
            problems.RequireAmount(string.Create(CultureInfo.InvariantCulture, $"{nameof(command.Shares)}[{place}].{nameof(share.Amount)}"), share.Amount);
        }

        if (command.Shares.CountBy(share => share.BudgetId).Any(budget => budget.Value > 1))
        {
            problems.Add(nameof(command.Shares), ProblemCode.Contradiction, "A given budget may only be specified once.");
        }
    }

    protected override async Task<SpreadRows?> CheckAsync(RunningSave save, Spread command, Problems problems, CancellationToken cancellationToken)
    {
        if (problems.Any || !problems.Knows(nameof(command.PeriodDay)) || !problems.Knows(nameof(command.Shares)))
        {
            return null;
        }

        var budgets = await LockedBudgets.LockAllAsync(save, cancellationToken).ConfigureAwait(false);
        var money = await ReadAsync(save.Database, calendar.Containing(command.PeriodDay), Today, cancellationToken).ConfigureAwait(false);
        if (problems.Knows(nameof(command.LeftOver)) && money.LeftOver != command.LeftOver)
        {
            problems.Refuse(ProblemCode.Outdated, "What is left over has changed meanwhile. Nothing was saved: please open this again.");
            return null;
        }

        var account = await TransferPair.AnyAccountAsync(save.Database, defaultAccountId, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            problems.Refuse(ProblemCode.NotFound, TransferPair.NeedsAccount);
        }

        return SpreadPlan.Of(money, command, problems) is var (moves, left) && account is { } id ? new SpreadRows(budgets, moves, id, left) : null;
    }

    protected override async Task<Outcome<SavedSpread>> StoreAsync(RunningSave save, Spread command, SpreadRows? rows, CancellationToken cancellationToken)
    {
        var (budgets, moves, account, left) = rows!;
        var date = calendar.Containing(command.PeriodDay).DefaultDate(Today);
        TransferPair[] pairs =
        [
            .. moves.Select(move => TransferPair.Of("Budget", date, move.Amount, command.Notes, new TransferSide(move.From.Id, move.From.Name, account, move.From.Id), new TransferSide(move.To.Id, move.To.Name, account, move.To.Id))),
        ];
        if (await new TransactionWriter(save, budgets).AddAsync([.. pairs.SelectMany(pair => pair.Halves)], cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new Outcome<SavedSpread>.Refused(new Problem(null, ProblemCode.OutOfRange, refusal));
        }

        foreach (var pair in pairs)
        {
            save.Database.AttachRange(pair.Halves);
            pair.Link();
            pair.Reconcile(save.Database, time);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<SavedSpread>.Saved(new SavedSpread(pairs.Length, left));
    }
}
