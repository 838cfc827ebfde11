using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Upstream's names and order of columns, keys and indexes (spec/schema.md §1), applied to every table after its own
/// configuration: a configuration states a column's name only where it is not the property's name in snake case.
/// </summary>
internal static class UpstreamNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var table in model.GetEntityTypes())
        {
            NameColumns(table);
        }

        foreach (var table in model.GetEntityTypes())
        {
            NameForeignKeys(table);
        }
    }

    private static void NameColumns(IMutableEntityType table)
    {
        var order = table.ClrType.GetProperties().Select((property, index) => (property.Name, index)).ToDictionary(p => p.Name, p => p.index);
        foreach (var property in table.GetProperties())
        {
            property.SetColumnOrder(order[property.Name]);
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
            {
                property.SetColumnName(SnakeCase(property.Name));
            }
        }
    }

    private static void NameForeignKeys(IMutableEntityType table)
    {
        foreach (var key in table.GetForeignKeys())
        {
            var name = $"fk_{table.GetTableName()}_{key.Properties[0].GetColumnName()}_{key.PrincipalEntityType.GetTableName()}";
            key.SetConstraintName(name);
            key.DeleteBehavior = DeleteBehavior.NoAction;
            foreach (var index in table.GetIndexes().Where(i => i.Name is null && i.FindAnnotation(RelationalAnnotationNames.Name) is null && i.Properties.SequenceEqual(key.Properties)))
            {
                index.SetDatabaseName(name);
            }
        }
    }

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
