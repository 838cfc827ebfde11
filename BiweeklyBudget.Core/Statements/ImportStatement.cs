using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Imports a file into an account (spec/bank-data.md §2.2): one statement, one balance, and its transactions by the bank's ids, in
/// one database transaction. Importing the same or an overlapping file again adds nothing twice. Of one use only: it keeps the file
/// that it has read.
/// </summary>
internal sealed class ImportStatement(BudgetDbContext database, TimeProvider time) : SaveOperation<StatementUpload, ImportStatement.Target?, ImportedStatement>(database)
{
    private OfxFile? _file;

    protected override Problem Duplicate =>
        new(null, ProblemCode.Taken, "The database holds a transaction or statement that it cannot tell from one of this file; nothing was imported.");

    /// <summary>A file may list a transaction twice; what it says last counts.</summary>
    public static IReadOnlyList<OfxTransaction> LastOfEach(IReadOnlyList<OfxTransaction> transactions)
    {
        var last = new Dictionary<string, OfxTransaction>(StringComparer.Ordinal);
        foreach (var transaction in transactions)
        {
            last[transaction.FitId] = transaction;
        }

        return last.Count == transactions.Count ? transactions : [.. transactions.Where(t => ReferenceEquals(last[t.FitId], t))];
    }

    protected override void CheckAlone(StatementUpload command, Problems problems)
    {
        if (StatementFileName.Mistake(command.FileName) is var (code, mistake))
        {
            problems.Add(nameof(command.FileName), code, mistake);
        }

        try
        {
            _file = OfxFile.Read(command.Content);
        }
        catch (OfxException exception)
        {
            problems.Add(nameof(command.Content), ProblemCode.Unreadable, exception.Message);
        }
    }

    protected override async Task<Target?> CheckAsync(RunningSave save, StatementUpload command, Problems problems, CancellationToken cancellationToken)
    {
        // Imports into one account take turns; whoever comes second finds what the first one left.
        var account = await save.Rows.AccountAsync(command.AccountId, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            problems.Add(nameof(command.AccountId), ProblemCode.NotFound, $"no Account with ID {command.AccountId}");
            return null;
        }

        if (await save.Database.Statements.Where(s => s.AccountId == command.AccountId && s.FileName == command.FileName).OrderBy(s => s.Id).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } same)
        {
            problems.Refuse(
                ProblemCode.Taken,
                $"An OFX statement (id={same}) with the same filename ({command.FileName}) has already been recorded for Account {command.AccountId}; duplicate statements are not allowed.",
                same);
            return null;
        }

        var target = _file is null ? null : Choose(_file, account, await NewestStatement.OfAsync(save.Database, command.AccountId, cancellationToken).ConfigureAwait(false), command, problems);
        await CheckDaysAsync(save.Database, target, problems, cancellationToken).ConfigureAwait(false);
        return target;
    }

    protected override async Task<Outcome<ImportedStatement>> StoreAsync(RunningSave save, StatementUpload command, Target? rows, CancellationToken cancellationToken)
    {
        var (account, choice, transactions) = rows!;
        var warnings = new ImportWarnings();
        warnings.AddRange(choice.Warnings);
        var statement = save.Database.Statements.Add(StatementRow.Of(_file!, choice.Statement, command, time.GetUtcNow().UtcDateTime)).Entity;
        var balance = choice.Statement.LedgerBalance is null ? null : save.Database.AccountBalances.Add(Balance(statement)).Entity;
        account.NegatesBankAmounts = command.TurnsAmountsRound ?? account.NegatesBankAmounts;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        var writer = new BankTransactionWriter(save, account, statement.Id, warnings);
        await writer.WriteAsync(transactions, cancellationToken).ConfigureAwait(false);
        if (command.IsUndoable)
        {
            await new ImportRecords(save.Database).AddAsync(save, command.AccountId, statement.Id, new ImportRecord(balance?.Id, writer.Added, writer.Earlier), cancellationToken).ConfigureAwait(false);
        }

        return new Outcome<ImportedStatement>.Saved(new ImportedStatement(statement.Id, writer.Added.Count, writer.Earlier.Count)) { Warnings = warnings.ToList() };
    }

    private static Target? Choose(OfxFile file, Account account, Statement? newest, StatementUpload command, Problems problems)
    {
        if (ChosenStatement.Of(file, account, newest, command.Statement) is not { } choice)
        {
            problems.Add(nameof(command.Statement), ProblemCode.NotFound, $"The file has no statement number {command.Statement}.");
            return null;
        }

        var transactions = LastOfEach(choice.Statement.Transactions);
        if (transactions.FirstOrDefault(t => TextLength.Of(t.FitId) > BankTransactionFields.LongestFitId) is { } tooLong)
        {
            problems.Add(nameof(command.Content), ProblemCode.TooLong, $"The FITID in line {tooLong.Line} is longer than {BankTransactionFields.LongestFitId} characters.");
        }

        return new Target(account, choice, transactions);
    }

    /// <summary>A file may not bring days that money cannot move on; rows that have theirs already may be listed again.</summary>
    private static async Task CheckDaysAsync(BudgetDbContext database, Target? target, Problems problems, CancellationToken cancellationToken)
    {
        foreach (var batch in (target?.Transactions ?? []).Where(t => !StorableDate.Holds(t.Day)).Chunk(BankTransactionWriter.Batch))
        {
            string[] ids = [.. batch.Select(t => t.FitId)];
            var stored = await database.BankTransactions.AsNoTracking()
                .Where(row => row.AccountId == target!.Account.Id && ids.Contains(row.FitId))
                .Select(row => new { row.FitId, row.DatePosted })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            if (batch.FirstOrDefault(t => !stored.Exists(row => row.FitId == t.FitId && row.DatePosted == t.DatePosted)) is { } wrong)
            {
                problems.Add(nameof(StatementUpload.Content), ProblemCode.OutOfRange, $"{StorableDate.RangeMessage}: the transaction in line {wrong.Line} is of {DateText.Day(wrong.Day)}.");
                return;
            }
        }
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

    /// <summary>Where a file goes.</summary>
    /// <param name="Account">The account, locked.</param>
    /// <param name="Choice">Which of the file's statements.</param>
    /// <param name="Transactions">Its transactions, each id once.</param>
    internal sealed record Target(Account Account, ChosenStatement Choice, IReadOnlyList<OfxTransaction> Transactions);
}
