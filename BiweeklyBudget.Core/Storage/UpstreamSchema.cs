using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Upstream's tables and columns at its head, and the list of our migrations. The first migration is upstream's schema itself
/// (docs/adr/0005), so its model is the description of a database that may be adopted, however many migrations follow.
/// </summary>
/// <param name="Tables">Names of the columns by table.</param>
/// <param name="Migrations">Ids of the migrations that this program knows, oldest first.</param>
internal sealed record UpstreamSchema(IReadOnlyDictionary<string, IReadOnlyList<string>> Tables, IReadOnlyList<string> Migrations)
{
    public static UpstreamSchema Read(BudgetDbContext context)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var first = assembly.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).First();
        var target = assembly.CreateMigration(first.Value, context.Database.ProviderName!).TargetModel;
        var model = context.GetService<IModelRuntimeInitializer>().Initialize(target, designTime: true, validationLogger: null);
        var tables = model.GetRelationalModel().Tables.ToDictionary(t => t.Name, IReadOnlyList<string> (t) => [.. t.Columns.Select(c => c.Name)], StringComparer.OrdinalIgnoreCase);
        return new UpstreamSchema(tables, [.. assembly.Migrations.Keys.Order(StringComparer.Ordinal)]);
    }
}
