using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>What a bank transaction was before an import wrote over it: enough to undo that.</summary>
/// <param name="FitId">Its key within the account.</param>
/// <param name="StatementId">The statement it was last seen in before.</param>
/// <param name="Before">The fields that an import writes; null when none of them changed.</param>
internal sealed record EarlierRow(string FitId, int StatementId, EarlierFields? Before)
{
    /// <summary>Takes down a row that is about to be written over.</summary>
    public static EarlierRow Of(BankTransaction row) => new(row.FitId, row.StatementId, EarlierFields.Of(row));

    /// <summary>The same, without fields that are as they were. That the bank's own day is known now is no change.</summary>
    public EarlierRow ButFor(BankTransaction now) => Of(now).Before == Before! with { PostedDay = Before.PostedDay ?? now.PostedDay } ? this with { Before = null } : this;
}
