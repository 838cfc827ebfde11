using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Saving;

/// <summary>The commit of one attempt to save, and whether it is known what became of it.</summary>
internal sealed class SentCommit
{
    /// <summary>Whether it was sent and neither done nor refused as far as anybody knows.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>Commits. Once that has begun, nobody can call it off: it would be done or not, and nobody would know.</summary>
    public async Task SendAsync(BudgetDbContext database, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IsUnanswered = true;
        try
        {
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            IsUnanswered = false;
        }
        catch (Exception exception) when (database.IsRefusal(exception))
        {
            IsUnanswered = false;
            throw;
        }
    }
}
