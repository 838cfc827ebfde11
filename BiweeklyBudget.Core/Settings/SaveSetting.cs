using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Settings;

/// <summary>Stores a command as one row of the table <c>settings</c>; rules that need the database there are none.</summary>
/// <typeparam name="TCommand">What is to be stored.</typeparam>
/// <typeparam name="TValue">What the row says.</typeparam>
/// <param name="database">The database; the context itself is neither used nor changed.</param>
/// <param name="name">Name of the row.</param>
internal abstract class SaveSetting<TCommand, TValue>(BudgetDbContext database, string name) : SaveOperation<TCommand, TValue, TValue>(database)
    where TCommand : class
{
    /// <summary>What the row is to say.</summary>
    protected abstract TValue Value(TCommand command);

    /// <summary>How it is written.</summary>
    protected abstract string Json(TValue value);

    protected sealed override Task<TValue> CheckAsync(RunningSave save, TCommand command, Problems problems, CancellationToken cancellationToken) => Task.FromResult(Value(command));

    protected sealed override async Task<Outcome<TValue>> StoreAsync(RunningSave save, TCommand command, TValue rows, CancellationToken cancellationToken)
    {
        await SettingRow.WriteAsync(save, name, Json(rows), cancellationToken).ConfigureAwait(false);
        return new Outcome<TValue>.Saved(rows);
    }
}
