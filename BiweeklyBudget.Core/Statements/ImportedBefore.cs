using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Statements.Ofx;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A statement of a file that was imported before, whatever the file is called.</summary>
/// <param name="StatementId">The statement that it became.</param>
/// <param name="At">When, UTC; null when that is not known.</param>
internal sealed record ImportedBefore(int StatementId, DateTime? At)
{
    /// <summary>The same for the user.</summary>
    public string Message => At is { } at
        ? $"This file was already imported on {DateText.Day(DateOnly.FromDateTime(at))}, as statement {StatementId}."
        : $"This file was already imported, as statement {StatementId}.";

    /// <summary>
    /// Looks for it by the file's bytes. Earlier versions, and upstream, did not keep those: theirs are known by the name and by everything that the statement says
    /// of itself.
    /// </summary>
    public static async Task<ImportedBefore?> FindAsync(BudgetDbContext database, int accountId, FileContent content, string fileName, IReadOnlyList<OfxStatement> all, OfxStatement statement, CancellationToken cancellationToken)
    {
        if (await content.FindAsync(database, accountId, all.Index().First(entry => ReferenceEquals(entry.Item, statement)).Index, cancellationToken).ConfigureAwait(false) is { } import)
        {
            return new ImportedBefore(import.StatementId, import.At);
        }

        var named = await database.Statements.AsNoTracking().Where(s => s.AccountId == accountId && s.FileName == fileName).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return named is not null
            && !await FileContent.IsKeptAsync(database, accountId, named.Id, cancellationToken).ConfigureAwait(false)
            && statement.AsOf == named.AsOf && statement.LedgerBalance == named.LedgerBalance && statement.LedgerBalanceAsOf == named.LedgerBalanceAsOf
            && StatementRow.StoredNumber(statement.BankAccountId) == named.BankAccountId
            ? new ImportedBefore(named.Id, null)
            : null;
    }
}
