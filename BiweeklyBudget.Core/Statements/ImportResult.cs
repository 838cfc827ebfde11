using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What became of a file (spec/bank-data.md §2.2). Unless it is <see cref="Imported"/>, nothing was changed.</summary>
public abstract record ImportResult : ISaveOutcome<ImportResult>
{
    private ImportResult()
    {
    }

    bool ISaveOutcome<ImportResult>.IsSaved => this is Imported;

    static ImportResult ISaveOutcome<ImportResult>.Failed(Problem reason) => new Refused(reason.Message);

    /// <summary>Imported.</summary>
    /// <param name="StatementId">The new statement.</param>
    /// <param name="Added">Bank transactions that the account did not have.</param>
    /// <param name="Updated">Those that it had, changed or not.</param>
    /// <param name="Warnings">What the user should know.</param>
    public sealed record Imported(int StatementId, int Added, int Updated, IReadOnlyList<string> Warnings) : ImportResult;

    /// <summary>The account has a statement of this file name.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="FileName">The name.</param>
    /// <param name="StatementId">The statement that has it.</param>
    public sealed record Duplicate(int AccountId, string FileName, int StatementId) : ImportResult
    {
        /// <summary>The text for the user.</summary>
        public string Message => $"An OFX statement (id={StatementId}) with the same filename ({FileName}) has already been recorded for Account {AccountId}; duplicate statements are not allowed.";
    }

    /// <summary>The file, its name or the account is wrong.</summary>
    /// <param name="Message">What, for the user.</param>
    public sealed record Refused(string Message) : ImportResult;
}
