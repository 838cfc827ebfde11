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
internal sealed class BulkInsert
{
    // On MySQL round trips cost most. SQLite has none; there one statement of one row, prepared once, is the fastest.
    private const int ParametersOnMySql = 8_000;

    private readonly BudgetDbContext _context;
    private readonly IEntityType _entity;
    private readonly IProperty[] _properties;
    private readonly RelationalTypeMapping[] _mappings;
    private readonly string _head;

    public BulkInsert(BudgetDbContext context, IEntityType entity)
    {
        _context = context;
        _entity = entity;
        var table = StoreObjectIdentifier.Table(entity.GetTableName() ?? throw new ArgumentException($"{entity.Name} has no table.", nameof(entity)));
        _properties = [.. entity.GetProperties()];
        _mappings = [.. _properties.Select(property => property.GetRelationalTypeMapping())];
        var names = context.Database.GetService<ISqlGenerationHelper>();
        _head = $"INSERT INTO {names.DelimitIdentifier(table.Name)} ({string.Join(", ", _properties.Select(p => names.DelimitIdentifier(p.GetColumnName(table)!)))}) VALUES ";
    }

    public static Task WriteAsync<TEntity>(BudgetDbContext context, IEnumerable<TEntity> rows)
        where TEntity : class => new BulkInsert(context, context.Model.FindEntityType(typeof(TEntity))!).WriteAsync(rows);

    public async Task WriteAsync(IEnumerable<object> rows)
    {
        await _context.Database.OpenConnectionAsync();
        await using var transaction = _context.Database.CurrentTransaction is null ? await _context.Database.BeginTransactionAsync() : null;
        var rowsPerStatement = _context is SqliteBudgetDbContext ? 1 : Math.Max(1, ParametersOnMySql / _properties.Length);
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(rowsPerStatement))
        {
            // The last chunk is a shorter one.
            if (command is null || command.Parameters.Count != chunk.Length * _properties.Length)
            {
                if (command is not null)
                {
                    await command.DisposeAsync();
                }

                command = CreateCommand(chunk);
                await command.PrepareAsync();
            }
            else
            {
                SetValues(command, chunk);
            }

            await command.ExecuteNonQueryAsync();
        }

        if (command is not null)
        {
            await command.DisposeAsync();
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }
    }

    private DbCommand CreateCommand(object[] rows)
    {
        var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 300;
        command.CommandText = _head + string.Join(", ", rows.Select((row, index) => Values(command, row, index)));
        return command;
    }

    private string Values(DbCommand command, object row, int index)
    {
        var names = new string[_properties.Length];
        for (var i = 0; i < _properties.Length; i++)
        {
            names[i] = FormattableString.Invariant($"@p{index}_{i}");
            command.Parameters.Add(_mappings[i].CreateParameter(command, names[i], _properties[i].GetGetter().GetClrValue(row), _properties[i].IsNullable));
        }

        return $"({string.Join(", ", names)})";
    }

    // As CreateParameter does it, without making the parameters anew.
    private void SetValues(DbCommand command, object[] rows)
    {
        var parameter = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < _properties.Length; i++, parameter++)
            {
                var value = _properties[i].GetGetter().GetClrValue(row);
                command.Parameters[parameter].Value = (_mappings[i].Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
            }
        }
    }
}
