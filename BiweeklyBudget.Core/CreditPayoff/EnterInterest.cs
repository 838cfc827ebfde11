using System.Globalization;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Enters an interest charge that the bank's data do not show, as a bank transaction of a statement (spec/credit-payoff.md §12). The same charge sent twice is
/// refused; two different ones in the same second get different ids (defect 15).
/// </summary>
/// <param name="database">The database; the context itself is neither used nor changed.</param>
/// <param name="now">Now, UTC, for the transaction's id.</param>
internal sealed class EnterInterest(BudgetDbContext database, DateTime now) : SaveOperation<InterestCharge, BankTransaction?, string>(database)
{
    protected override Problem Duplicate =>
        new(null, ProblemCode.Busy, "Somebody else entered an interest charge at this moment; nothing was saved. Please try again.");

    protected override void CheckAlone(InterestCharge command, Problems problems)
    {
        problems.RequireText(nameof(command.FileName), command.FileName, "Statement cannot be empty");
        problems.CheckAmount(nameof(command.Amount), command.Amount);
    }

    /// <returns>The bank transaction to add.</returns>
    protected override async Task<BankTransaction?> CheckAsync(RunningSave save, InterestCharge command, Problems problems, CancellationToken cancellationToken)
    {
        if (!problems.Knows(nameof(command.AccountId)))
        {
            return null;
        }

        // Two entries of one account wait for each other.
        var id = command.AccountId;
        if (await save.Rows.AccountAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            problems.Refuse(ProblemCode.NotFound, $"ERROR: No Account with ID {id}", plain: PlainProblems.Gone("account"));
            return null;
        }

        if (!problems.Knows(nameof(command.FileName)))
        {
            return null;
        }

        var statement = await save.Database.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == id && s.FileName == command.FileName, cancellationToken).ConfigureAwait(false);
        if (statement is null)
        {
            problems.Refuse(ProblemCode.NotFound, $"ERROR: No OFXStatement for account {id} with filename {command.FileName}");
            return null;
        }

        var entered = await save.Database.BankTransactions.AsNoTracking()
            .Where(t => t.AccountId == id && t.Name == BankTransactionFlags.ManualInterestName)
            .Select(t => new { t.FitId, t.StatementId, t.Amount })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var charge = Math.Abs(command.Amount);
        if (problems.Knows(nameof(command.Amount)) && entered.Exists(t => t.StatementId == statement.Id && t.Amount == charge))
        {
            problems.Refuse(ProblemCode.Repeated, "The same interest charge was already entered for this statement; nothing was saved.");
        }

        return new BankTransaction
        {
            AccountId = id,
            StatementId = statement.Id,
            FitId = FreeId([.. entered.Select(t => t.FitId)]),
            TransactionType = "debit",
            DatePosted = statement.AsOf,
            Amount = charge,
            Name = BankTransactionFlags.ManualInterestName,
            IsInterestCharge = true,
        };
    }

    protected override async Task<Outcome<string>> StoreAsync(RunningSave save, InterestCharge command, BankTransaction? rows, CancellationToken cancellationToken)
    {
        save.Database.BankTransactions.Add(rows!);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<string>.Saved(rows!.FitId);
    }

    private string FreeId(HashSet<string> taken)
    {
        var stem = now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "-MANUAL-CCPAYOFF";
        var id = stem;
        for (var number = 2; taken.Contains(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return id;
    }
}
