using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// A query that is translated once for each engine. EF would find the translation again for each execution by comparing the expression trees, which
/// on small databases takes longer than the database takes.
/// </summary>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> gives.</typeparam>
/// <param name="compile">Calls it. What it gives belongs to the first model that it is used with, therefore there is one for each.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _queries = [];

    /// <summary>The query for the engine of a context.</summary>
    public TQuery For(BudgetDbContext database) => _queries.GetValue(database.Model, _ => compile());
}
