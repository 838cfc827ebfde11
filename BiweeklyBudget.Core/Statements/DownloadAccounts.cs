using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The accounts that are set up for downloading statements (spec/http-api.md §13.1), inactive ones too.</summary>
/// <param name="database">The database.</param>
public sealed class DownloadAccounts(BudgetDbContext database)
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>Reads them by name, in one SQL statement.</summary>
    public async Task<IReadOnlyList<DownloadAccount>> ReadAsync(CancellationToken cancellationToken)
    {
        var accounts = await database.Accounts.AsNoTracking()
            .Where(account => account.StatementDownloadJson != null)
            .OrderBy(account => account.Name)
            .Select(account => new { account.Id, account.Name, account.VaultCredentialsPath, account.StatementDownloadJson, account.AppendsMemoToName })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. from account in accounts
               let configuration = Parse(account.StatementDownloadJson!)
               where account.VaultCredentialsPath is not null || configuration.EnumerateObject().Any()
               select new DownloadAccount(account.Id, account.Name, account.VaultCredentialsPath, configuration, account.AppendsMemoToName == true),
        ];
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }
}
