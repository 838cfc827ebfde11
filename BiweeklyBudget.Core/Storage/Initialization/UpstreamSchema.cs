using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>
/// Upstream's tables and columns at its head, and the list of our migrations. The first migration is upstream's schema itself
/// (docs/adr/0005), so its model is the description of a database that may be adopted, however many migrations follow.
/// </summary>
internal sealed class UpstreamSchema
{
    private readonly Lazy<IReadOnlyList<string>> _migrations;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _tables;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _newest;

    /// <summary>Reads nothing yet: a start on a database that is ready needs the list of migrations alone.</summary>
    /// <param name="open">Opens a context, which is disposed of here.</param>
    /// <param name="listed">The migrations; null to ask the context, whose services take a second of work to come up.</param>
    public UpstreamSchema(Func<BudgetDbContext> open, IReadOnlyList<string>? listed)
    {
        _migrations = new Lazy<IReadOnlyList<string>>(() => listed ?? Read(open, ReadMigrations));
        _tables = new Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>>(() => Read(open, context => ReadTables(context, ids => ids.First())));
        _newest = new Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>>(() => Read(open, context => ReadTables(context, ids => ids.Last())));
    }

    /// <summary>Ids of the migrations that this program knows, oldest first.</summary>
    public IReadOnlyList<string> Migrations => _migrations.Value;

    /// <summary>Names of the columns by table. Takes a whole model to find out, which is dear.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables => _tables.Value;

    /// <summary>Names of the columns by table after the last migration: upstream's and what ours added. Dear too.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Newest => _newest.Value;

    private static T Read<T>(Func<BudgetDbContext> open, Func<BudgetDbContext, T> read)
    {
        using var context = open();
        return read(context);
    }

    private static IReadOnlyList<string> ReadMigrations(BudgetDbContext context) =>
        [.. context.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, IReadOnlyList<string>> ReadTables(BudgetDbContext context, Func<IEnumerable<string>, string> choose)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        var chosen = assembly.Migrations[choose(assembly.Migrations.Keys.Order(StringComparer.Ordinal))];
        var target = assembly.CreateMigration(chosen, context.Database.ProviderName!).TargetModel;
        var model = context.GetService<IModelRuntimeInitializer>().Initialize(target, designTime: true, validationLogger: null);
        return model.GetRelationalModel().Tables.ToDictionary(t => t.Name, IReadOnlyList<string> (t) => [.. t.Columns.Select(c => c.Name)], StringComparer.OrdinalIgnoreCase);
    }
}
