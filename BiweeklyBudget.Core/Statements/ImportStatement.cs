using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Imports a file into an account (spec/bank-data.md §2.2): one statement, one balance, and its transactions by the bank's ids, in
/// one database transaction. Importing the same or an overlapping file again adds nothing twice.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for files without a time.</param>
public sealed class ImportStatement(BudgetDbContext database, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <param name="upload">The file and its account.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    public async Task<ImportResult> ExecuteAsync(StatementUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (StatementFileName.Mistake(upload.FileName) is { } mistake)
        {
            return new ImportResult.Refused(mistake);
        }

        OfxFile file;
        try
        {
            file = OfxFile.Read(upload.Content);
        }
        catch (OfxException exception)
        {
            return new ImportResult.Refused(exception.Message);
        }

        return await AtomicSave.RunAsync(
            database,
            (save, token) => ImportAsync(save, upload, file, token),
            () => new ImportResult.Refused("The database holds a transaction or statement that it cannot tell from one of this file; nothing was imported."),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportResult> ImportAsync(RunningSave save, StatementUpload upload, OfxFile file, CancellationToken cancellationToken)
    {
        // Imports into one account take turns; whoever comes second finds what the first one left.
        var account = await save.Rows.AccountAsync(upload.AccountId, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return new ImportResult.Refused($"no Account with ID {upload.AccountId}");
        }

        var same = await save.Database.Statements.AsNoTracking().Where(s => s.AccountId == upload.AccountId && s.FileName == upload.FileName).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (same is not null)
        {
            return new ImportResult.Duplicate(upload.AccountId, upload.FileName, same.Id);
        }

        var choice = ChosenStatement.Of(file, account, await NewestStatement.OfAsync(save.Database, upload.AccountId, cancellationToken).ConfigureAwait(false), upload.Statement);
        return choice is null
            ? new ImportResult.Refused($"The file has no statement number {upload.Statement}.")
            : await ImportAsync(save, upload, file, account, choice, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportResult> ImportAsync(RunningSave save, StatementUpload upload, OfxFile file, Account account, ChosenStatement choice, CancellationToken cancellationToken)
    {
        var transactions = LastOfEach(choice.Statement.Transactions);
        if (transactions.FirstOrDefault(t => TextLength.Of(t.FitId) > BankTransactionFields.LongestFitId) is { } tooLong)
        {
            return new ImportResult.Refused($"The FITID in line {tooLong.Line} is longer than {BankTransactionFields.LongestFitId} characters.");
        }

        var warnings = new ImportWarnings();
        warnings.AddRange(choice.Warnings);
        var statement = save.Database.Statements.Add(StatementRow.Of(file, choice.Statement, upload, time.GetUtcNow().UtcDateTime)).Entity;
        var balance = choice.Statement.LedgerBalance is null ? null : save.Database.AccountBalances.Add(Balance(statement)).Entity;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        var writer = new BankTransactionWriter(save.Database, account, statement.Id, warnings);
        await writer.WriteAsync(transactions, cancellationToken).ConfigureAwait(false);
        if (upload.IsUndoable)
        {
            await new ImportRecords(save.Database).AddAsync(upload.AccountId, statement.Id, new ImportRecord(balance?.Id, writer.Added, writer.Earlier), cancellationToken).ConfigureAwait(false);
        }

        return new ImportResult.Imported(statement.Id, writer.Added.Count, writer.Earlier.Count, warnings.ToList());
    }

    private static AccountBalance Balance(Statement statement) => new()
    {
        AccountId = statement.AccountId,
        OverallDate = statement.AsOf,
        Ledger = statement.LedgerBalance,
        LedgerDate = statement.LedgerBalanceAsOf,
        Available = statement.AvailableBalance,
        AvailableDate = statement.AvailableBalanceAsOf,
    };

    /// <summary>A file may list a transaction twice; what it says last counts.</summary>
    internal static IReadOnlyList<OfxTransaction> LastOfEach(IReadOnlyList<OfxTransaction> transactions)
    {
        var last = new Dictionary<string, OfxTransaction>(StringComparer.Ordinal);
        foreach (var transaction in transactions)
        {
            last[transaction.FitId] = transaction;
        }

        return last.Count == transactions.Count ? transactions : [.. transactions.Where(t => ReferenceEquals(last[t.FitId], t))];
    }
}
