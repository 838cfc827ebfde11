using System.Reflection;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>The tables that a backup holds: all of the program's model, but for those marked with <see cref="NotBackedUpAttribute"/>.</summary>
internal sealed class KeptTables
{
    private readonly IReadOnlyList<string> _ids;
    private readonly Func<int, IReadOnlyList<StoredTable>> _at;

    private KeptTables(IReadOnlyList<string> ids, IReadOnlyList<StoredTable> kept, IReadOnlyList<StoredTable> notKept, IReadOnlyList<StoredTable> emptied, Func<int, IReadOnlyList<StoredTable>> at)
    {
        _ids = ids;
        _at = at;
        Now = kept;
        NotKept = notKept;
        Emptied = emptied;
        Migrations = [.. ids.Select(NameOf)];
    }

    /// <summary>Names of the program's migrations, oldest first. Their ids differ between the engines, their names do not.</summary>
    public IReadOnlyList<string> Migrations { get; }

    /// <summary>With all migrations.</summary>
    public IReadOnlyList<StoredTable> Now { get; }

    /// <summary>Those that no backup holds.</summary>
    public IReadOnlyList<StoredTable> NotKept { get; }

    /// <summary>Those of them that a restore empties.</summary>
    public IReadOnlyList<StoredTable> Emptied { get; }

    /// <summary>Reads the model of a context.</summary>
    public static KeptTables Of(BudgetDbContext context)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        string[] ids = [.. migrations.Migrations.Keys.Order(StringComparer.Ordinal)];
        var tables = context.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (Table: ToStored(table), Mark: MarkOf(table))).ToList();
        StoredTable[] kept = [.. tables.Where(table => table.Mark is null).Select(table => table.Table)];
        StoredTable[] notKept = [.. tables.Where(table => table.Mark is not null).Select(table => table.Table)];
        StoredTable[] emptied = [.. tables.Where(table => table.Mark?.IsEmptiedByRestore == true).Select(table => table.Table)];
        return new KeptTables(ids, kept, notKept, emptied, count => count == ids.Length ? kept : Cut(kept, ModelAt(context, migrations, ids[count - 1])));
    }

    /// <summary>The tables and columns that there were after the first so many migrations.</summary>
    public IReadOnlyList<StoredTable> After(int migrations) => _at(migrations);

    /// <summary>The id of the last of the first so many migrations on this engine.</summary>
    public string IdAfter(int migrations) => _ids[migrations - 1];

    /// <summary>Whether the rows of a source are of tables as they are now; those of older ones must be migrated first.</summary>
    public bool IsCurrent(BackupHeader header) => header.Migrations.Count == Migrations.Count;

    /// <summary>Refuses rows of a database that a newer program migrated.</summary>
    /// <exception cref="BackupException">A migration is none of this program's.</exception>
    public void RequireKnown(BackupHeader header)
    {
        if (header.Migrations.Count > Migrations.Count || !header.Migrations.SequenceEqual(Migrations.Take(header.Migrations.Count), StringComparer.Ordinal))
        {
            throw new BackupException(BackupFault.Newer, $"The backup was made by a newer version of this program ({header.Program}), which has tables that this one does not know; use that version. Nothing was changed.");
        }
    }

    /// <summary>The name of a migration: its id without the moment at which it was written.</summary>
    public static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static NotBackedUpAttribute? MarkOf(ITable table) =>
        table.EntityTypeMappings.Select(mapping => mapping.TypeBase.ClrType.GetCustomAttribute<NotBackedUpAttribute>()).FirstOrDefault(mark => mark is not null);

    private static StoredTable ToStored(ITable table) =>
        new(table.Name, [.. table.Columns.Select(column => new StoredColumn(column.Name, KindOf(column)))], [.. table.PrimaryKey!.Columns.Select(column => column.Name)]);

    private static ColumnKind KindOf(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        return KindOf(property.ClrType) ?? KindOf(property.GetTypeMapping().Converter?.ProviderClrType) ?? throw new NotSupportedException($"Backups cannot hold the type of the column {column.Table.Name}.{column.Name}.");
    }

    private static ColumnKind? KindOf(Type? type)
    {
        var bare = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(decimal) => ColumnKind.Money,
            _ when bare == typeof(DateOnly) || bare == typeof(DateTime) => ColumnKind.Time,
            _ when bare == typeof(string) => ColumnKind.Text,
            _ when bare == typeof(byte[]) => ColumnKind.Bytes,
            _ when bare == typeof(bool) || bare == typeof(byte) || bare == typeof(short) || bare == typeof(int) || bare == typeof(long) => ColumnKind.Integer,
            _ => null,
        };
    }

    private static IRelationalModel ModelAt(BudgetDbContext context, IMigrationsAssembly migrations, string id)
    {
        var target = migrations.CreateMigration(migrations.Migrations[id], context.Database.ProviderName!).TargetModel;
        return context.GetService<IModelRuntimeInitializer>().Initialize(target, designTime: true, validationLogger: null).GetRelationalModel();
    }

    private static StoredTable[] Cut(IEnumerable<StoredTable> tables, IRelationalModel model) =>
    [
        .. from table in tables
           let then = model.Tables.FirstOrDefault(t => t.Name == table.Name)
           where then is not null
           select table with { Columns = [.. table.Columns.Where(column => then.FindColumn(column.Name) is not null)] },
    ];
}
