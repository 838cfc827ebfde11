using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The latest imports that <see cref="UndoImport"/> knows how to undo; whether it may depends on what happened since.</summary>
internal sealed class UndoableImports(BudgetDbContext database)
{
    /// <summary>Reads them, the latest first, in two SQL statements.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<UndoableImport>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var ids = (await new ImportRecords(database).StatementsAsync(accountId: null, cancellationToken).ConfigureAwait(false)).OrderDescending().Take(most).ToArray();
        var imports = from statement in database.Statements
                      where ids.Contains(statement.Id)
                      join account in database.Accounts on statement.AccountId equals account.Id
                      orderby statement.Id descending
                      select new UndoableImport(statement.Id, account.Id, account.Name, statement.FileName, statement.AsOf);
        return await imports.ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
