using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>The accounts that are set up for downloading statements (spec/http-api.md §13.1), inactive ones too.</summary>
internal sealed class DownloadAccounts(BudgetDbContext database)
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
               let configuration = Configuration(account.StatementDownloadJson!)
               where account.VaultCredentialsPath is not null || !IsEmpty(configuration)
               select new DownloadAccount(account.Id, account.Name, account.VaultCredentialsPath, configuration, account.AppendsMemoToName == true),
        ];
    }

    private static JsonElement Configuration(string text) => DownloadConfiguration.TryParse(text, out var configuration) ? configuration : Empty;

    private static bool IsEmpty(JsonElement configuration) => configuration.ValueKind == JsonValueKind.Object && !configuration.EnumerateObject().Any();
}
