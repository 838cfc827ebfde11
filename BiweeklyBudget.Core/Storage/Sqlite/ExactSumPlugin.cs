using Microsoft.EntityFrameworkCore.Query;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Gives EF Core our translation of sums before its own.</summary>
internal sealed class ExactSumPlugin : IAggregateMethodCallTranslatorPlugin
{
    public IEnumerable<IAggregateMethodCallTranslator> Translators { get; } = [new ExactSum()];
}
