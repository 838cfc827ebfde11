using System.Globalization;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Names of the files that an account's statements come from; an account has each once.</summary>
internal static class StatementNames
{
    /// <summary>Room for the number behind a name.</summary>
    private const int NumberLength = 12;

    /// <summary>The statement of a name, or null.</summary>
    public static Task<int?> FindAsync(BudgetDbContext database, int accountId, string name, CancellationToken cancellationToken) =>
        database.Statements.Where(s => s.AccountId == accountId && s.FileName == name).OrderBy(s => s.Id).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Names for the statements of a file, the oldest first: the newest has the file's own, unless that is taken, the others one with a number behind it.</summary>
    public static async Task<IReadOnlyList<string>> FreeAsync(BudgetDbContext database, int accountId, string name, int count, CancellationToken cancellationToken)
    {
        var names = new List<string>(count);
        if (await FindAsync(database, accountId, name, cancellationToken).ConfigureAwait(false) is null)
        {
            names.Add(name);
        }

        var start = TextLength.Shorten(name, TextLength.Usual - NumberLength);
        for (var number = 2; names.Count < count; number++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{start} ({number})");
            if (await FindAsync(database, accountId, numbered, cancellationToken).ConfigureAwait(false) is null)
            {
                names.Add(numbered);
            }
        }

        names.Reverse();
        return names;
    }
}
