using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>The program's migrations and one more, so that migrating can be tested before the program has a second one.</summary>
internal sealed class TwoMigrationsAssembly : IMigrationsAssembly
{
#pragma warning disable EF1001 // The program's own list is what is extended here; EF has no public class for it.
    private readonly MigrationsAssembly _program;

    public TwoMigrationsAssembly(ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    {
        _program = new MigrationsAssembly(context, options, ids, logger);
        Migrations = new SortedDictionary<string, TypeInfo>(_program.Migrations.ToDictionary(), StringComparer.Ordinal) { [SecondMigration.Id] = typeof(SecondMigration).GetTypeInfo() };
    }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }

    public ModelSnapshot? ModelSnapshot => _program.ModelSnapshot;

    public Assembly Assembly => _program.Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId);

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider) => _program.CreateMigration(migrationClass, activeProvider);
#pragma warning restore EF1001
}
