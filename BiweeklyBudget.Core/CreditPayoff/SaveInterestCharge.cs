using System.Globalization;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>
/// Enters an interest charge that the bank's data do not show, as a bank transaction of a statement (spec/credit-payoff.md §12). The same charge sent twice is
/// refused; two different ones in the same second get different ids (defect 15).
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the transaction's id.</param>
public sealed class SaveInterestCharge(BudgetDbContext database, TimeProvider time)
{
    /// <summary>Saves a form with the fields <c>id</c> (the account), <c>filename</c> (the statement) and <c>interest_amt</c> (its magnitude counts).</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var reader = new FieldReader(form);
        var fields = new Fields(reader.Reference("id", "Account cannot be empty"), reader.RequiredText("filename", "Statement cannot be empty"), reader.Amount("interest_amt"));
        return reader.Errors.Any
            ? Task.FromResult<SaveResult>(new SaveResult.Refused(reader.Errors))
            : AtomicSave.RunAsync(
                database,
                (save, token) => SaveAsync(save, fields, token),
                () => new SaveResult.Failed("Somebody else entered an interest charge at this moment; nothing was saved. Please try again."),
                cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(RunningSave save, Fields fields, CancellationToken cancellationToken)
    {
        // Two entries of one account wait for each other.
        var id = fields.AccountId!.Value;
        if (await save.Rows.AccountAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            return new SaveResult.Failed($"ERROR: No Account with ID {id}");
        }

        var statement = await save.Database.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == id && s.FileName == fields.FileName, cancellationToken).ConfigureAwait(false);
        if (statement is null)
        {
            return new SaveResult.Failed($"ERROR: No OFXStatement for account {id} with filename {fields.FileName}");
        }

        var entered = await save.Database.BankTransactions.AsNoTracking()
            .Where(t => t.AccountId == id && t.Name == BankTransactionFlags.ManualInterestName)
            .Select(t => new { t.FitId, t.StatementId, t.Amount })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var charge = Math.Abs(fields.Amount!.Value);
        if (entered.Exists(t => t.StatementId == statement.Id && t.Amount == charge))
        {
            return new SaveResult.Failed("The same interest charge was already entered for this statement; nothing was saved.");
        }

        var fitId = FreeId([.. entered.Select(t => t.FitId)]);
        save.Database.BankTransactions.Add(new BankTransaction
        {
            AccountId = id,
            StatementId = statement.Id,
            FitId = fitId,
            TransactionType = "debit",
            DatePosted = statement.AsOf,
            Amount = charge,
            Name = BankTransactionFlags.ManualInterestName,
            IsInterestCharge = true,
        });
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new SaveResult.Saved($"Successfully saved OFXTransaction with FITID {fitId} in database.");
    }

    private string FreeId(HashSet<string> taken)
    {
        var stem = time.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "-MANUAL-CCPAYOFF";
        var id = stem;
        for (var number = 2; taken.Contains(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return id;
    }

    private sealed record Fields(int? AccountId, string FileName, decimal? Amount);
}
