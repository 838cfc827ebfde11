using System.Data.Common;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Writes many rows of an entity fast, ids included, in statements of many rows with parameters. Columns and conversions
/// come from the model, so that it works on both engines and for every table.
/// </summary>
public sealed class BulkInsert
{
    // On MySQL round trips cost most. SQLite has none, and finds a parameter by walking through all of them.
    private const int ParametersOnMySql = 8_000;
    private const int ParametersOnSqlite = 200;

    private readonly BudgetDbContext _context;
    private readonly IEntityType _entity;
    private readonly IProperty[] _properties;
    private readonly string _head;

    public BulkInsert(BudgetDbContext context, IEntityType entity)
    {
        _context = context;
        _entity = entity;
        var table = StoreObjectIdentifier.Table(entity.GetTableName() ?? throw new ArgumentException($"{entity.Name} has no table.", nameof(entity)));
        _properties = [.. entity.GetProperties()];
        var names = context.Database.GetService<ISqlGenerationHelper>();
        _head = $"INSERT INTO {names.DelimitIdentifier(table.Name)} ({string.Join(", ", _properties.Select(p => names.DelimitIdentifier(p.GetColumnName(table)!)))}) VALUES ";
    }

    public static Task WriteAsync<TEntity>(BudgetDbContext context, IEnumerable<TEntity> rows)
        where TEntity : class => new BulkInsert(context, context.Model.FindEntityType(typeof(TEntity))!).WriteAsync(rows);

    public async Task WriteAsync(IEnumerable<object> rows)
    {
        await _context.Database.OpenConnectionAsync();
        var parameters = _context is SqliteBudgetDbContext ? ParametersOnSqlite : ParametersOnMySql;
        var rowsPerStatement = Math.Max(1, parameters / _properties.Length);
        foreach (var chunk in rows.Chunk(rowsPerStatement))
        {
            await using var command = _context.Database.GetDbConnection().CreateCommand();
            command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandTimeout = 300;
            command.CommandText = _head + string.Join(", ", chunk.Select((row, index) => Values(command, row, index)));
            await command.ExecuteNonQueryAsync();
        }
    }

    private string Values(DbCommand command, object row, int index)
    {
        var names = new string[_properties.Length];
        for (var i = 0; i < _properties.Length; i++)
        {
            names[i] = FormattableString.Invariant($"@p{index}_{i}");
            var value = _properties[i].GetGetter().GetClrValue(row);
            command.Parameters.Add(_properties[i].GetRelationalTypeMapping().CreateParameter(command, names[i], value, _properties[i].IsNullable));
        }

        return $"({string.Join(", ", names)})";
    }
}
