using System.Globalization;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>
/// Adds or edits a fill, with the transaction that paid it in the same database transaction (spec/fuel.md §6, defects 4 to 6; docs/adr/0029). All vehicles are locked, so that
/// nobody enters a neighbour meanwhile.
/// </summary>
internal sealed class SaveFuelFill(BudgetDbContext database) : SaveOperation<FuelFillChange, SaveFuelFill.LockedRows, SavedFuelFill>(database)
{
    private const string AccountId = $"{nameof(FuelFillChange.Payment)}.{nameof(FuelPayment.AccountId)}";
    private const string BudgetId = $"{nameof(FuelFillChange.Payment)}.{nameof(FuelPayment.BudgetId)}";

    /// <summary>Writes what a command says into a row, but for what follows from its neighbours.</summary>
    public static void Write(FuelFillChange command, FuelFill fill)
    {
        fill.VehicleId = command.VehicleId;
        fill.Date = command.Date;
        fill.OdometerMiles = command.Odometer;
        fill.ReportedMiles = (short?)command.ReportedDistance;
        fill.LevelBefore = (short?)command.LevelBefore;
        fill.LevelAfter = (short?)command.LevelAfter;
        fill.FillLocation = command.Location.Trim();
        fill.CostPerGallon = command.Price is { } price ? FuelFillRules.Rounded(price) : null;
        fill.TotalCost = command.TotalCost;
        fill.Gallons = FuelFillRules.Rounded(command.Volume);
        fill.ReportedMpg = command.ReportedEconomy is { } economy ? FuelFillRules.Rounded(economy) : null;
        fill.Notes = command.Notes?.Trim();
    }

    protected override void CheckAlone(FuelFillChange command, Problems problems) => FuelFillRules.Check(command, problems);

    protected override async Task<LockedRows> CheckAsync(RunningSave save, FuelFillChange command, Problems problems, CancellationToken cancellationToken)
    {
        var vehicles = await save.Rows.VehiclesAsync(cancellationToken).ConfigureAwait(false);
        var stored = command.Id is { } id ? await save.Database.FuelFills.SingleOrDefaultAsync(fill => fill.Id == id, cancellationToken).ConfigureAwait(false) : null;
        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no FuelFill with ID {command.Id}"), plain: PlainProblems.Gone("fill"));
        }

        problems.CheckDate(nameof(command.Date), command.Date, stored?.Date);
        var vehicle = vehicles.GetValueOrDefault(command.VehicleId);
        if (vehicle is null)
        {
            problems.Add(nameof(command.VehicleId), ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Invalid Vehicle ID {command.VehicleId}"));
        }

        var budgets = await CheckPaymentAsync(save, command, problems, cancellationToken).ConfigureAwait(false);

        // Of a form that cannot be saved anyway, upstream's scripts know nothing about the reading.
        if (problems.IsClean)
        {
            await CheckReadingAsync(save.Database, command, stored, problems, cancellationToken).ConfigureAwait(false);
        }

        return new LockedRows(stored, vehicle, budgets);
    }

    protected override async Task<Outcome<SavedFuelFill>> StoreAsync(RunningSave save, FuelFillChange command, LockedRows rows, CancellationToken cancellationToken)
    {
        var fill = rows.Stored ?? save.Database.FuelFills.Add(new FuelFill()).Entity;
        var was = (fill.VehicleId, fill.OdometerMiles);
        Write(command, fill);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        List<(int Vehicle, int Odometer)> places = [(command.VehicleId, command.Odometer)];
        if (was is ({ } vehicle, { } odometer))
        {
            places.Add((vehicle, odometer));
        }

        await new DerivedFigures(save.Database).RenewAsync(places, cancellationToken).ConfigureAwait(false);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (command.Payment is not { } payment)
        {
            return new Outcome<SavedFuelFill>.Saved(new SavedFuelFill(fill.Id, fill.CalculatedMpg, TransactionId: null));
        }

        var transaction = Paid(fill, rows.Vehicle!, payment);
        return await new TransactionWriter(save, rows.Budgets).AddAsync([transaction], cancellationToken).ConfigureAwait(false) is { } refusal
            ? new Outcome<SavedFuelFill>.Invalid([new Problem(nameof(command.TotalCost), ProblemCode.OutOfRange, refusal)])
            : new Outcome<SavedFuelFill>.Saved(new SavedFuelFill(fill.Id, fill.CalculatedMpg, transaction.Id));
    }

    /// <summary>Two fills at one reading would leave no distance between them. Rows of other programs that share one may stay where they are.</summary>
    private static async Task CheckReadingAsync(BudgetDbContext database, FuelFillChange command, FuelFill? stored, Problems problems, CancellationToken cancellationToken)
    {
        var stays = stored is not null && stored.VehicleId == command.VehicleId && stored.OdometerMiles == command.Odometer;
        if (!stays && await database.FuelFills.AnyAsync(other => other.VehicleId == command.VehicleId && other.OdometerMiles == command.Odometer && other.Id != command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.Odometer), ProblemCode.Taken, "Another fill of this vehicle has the same reading");
        }
    }

    private static async Task<LockedBudgets> CheckPaymentAsync(RunningSave save, FuelFillChange command, Problems problems, CancellationToken cancellationToken)
    {
        if (command.Payment is not { } payment || !problems.Knows(nameof(command.Payment)))
        {
            return await LockedBudgets.LockAsync(save, [], cancellationToken).ConfigureAwait(false);
        }

        var budgets = await LockedBudgets.LockAsync(save, problems.Knows(BudgetId) ? [payment.BudgetId] : [], cancellationToken).ConfigureAwait(false);
        if (problems.Knows(AccountId) && !await save.Database.Accounts.AnyAsync(account => account.Id == payment.AccountId, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(AccountId, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Account ID {payment.AccountId} is invalid."));
        }

        if (problems.Knows(BudgetId))
        {
            CheckBudget(payment, budgets, problems);
        }

        return budgets;
    }

    // What holds for the budget of any new transaction.
    private static void CheckBudget(FuelPayment payment, LockedBudgets budgets, Problems problems)
    {
        var transaction = new TransactionChange { Date = default, Amount = 0m, Description = "", AccountId = payment.AccountId, Splits = [new Split(payment.BudgetId, 0m)] };
        var found = new Problems();
        TransactionRules.CheckSplits(transaction, budgets, new HashSet<int>(), found);
        foreach (var problem in found.Found)
        {
            problems.Add(BudgetId, problem.Code, problem.Message);
        }
    }

    private static Transaction Paid(FuelFill fill, Vehicle vehicle, FuelPayment payment)
    {
        // A long place gives way: the end says which fill it is.
        var end = string.Create(CultureInfo.InvariantCulture, $" - FuelFill #{fill.Id} ({vehicle.Name})");
        var room = Math.Max(0, TextLength.Usual - TextLength.Of(end));
        return new Transaction
        {
            Date = fill.Date,
            Description = TextLength.Shorten(TextLength.Shorten(fill.FillLocation ?? "", room) + end, TextLength.Usual),
            Notes = fill.Notes,
            AccountId = payment.AccountId,
            Splits = { new TransactionSplit { BudgetId = payment.BudgetId, Amount = fill.TotalCost ?? 0m } },
        };
    }

    /// <summary>The stored fill, null for a new one; its vehicle; the budget of its payment.</summary>
    internal sealed record LockedRows(FuelFill? Stored, Vehicle? Vehicle, LockedBudgets Budgets);
}
