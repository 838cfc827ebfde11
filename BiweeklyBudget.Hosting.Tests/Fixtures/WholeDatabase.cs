using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>All rows of all tables as text, to see whether anything changed.</summary>
internal static class WholeDatabase
{
    public static async Task<string> TextAsync(DatabaseConnection connection)
    {
        await using var context = connection.CreateContext();
        await context.Database.OpenConnectionAsync();
        var text = new StringBuilder();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            }

            text.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }

        return text.ToString();
    }
}
