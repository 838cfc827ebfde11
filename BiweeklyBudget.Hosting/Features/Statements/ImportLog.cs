using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>Writes into the log what an import left out, guessed, converted or cut: a script that imports shows nobody its warnings.</summary>
internal static partial class ImportLog
{
    /// <summary>Writes the warnings of an import, if it has any.</summary>
    public static void Write(ILogger logger, Outcome<ImportedStatement> outcome, StatementUpload upload)
    {
        if (outcome is Outcome<ImportedStatement>.Saved { Value.StatementId: var statement } saved)
        {
            foreach (var warning in saved.Warnings)
            {
                Warn(logger, upload.FileName, upload.AccountId, statement, warning);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Importing {FileName} into account {AccountId} as statement {StatementId}: {Warning}")]
    private static partial void Warn(ILogger logger, string fileName, int accountId, int statementId, string warning);
}
