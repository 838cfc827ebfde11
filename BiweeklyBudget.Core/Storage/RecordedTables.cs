using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Storage;

/// <summary>All tables whose rows the record of changes keeps: upstream's, which hold a person's money and settings.</summary>
internal sealed class RecordedTables
{
    private static readonly ConditionalWeakTable<IModel, RecordedTables> Known = [];

    private readonly Dictionary<Type, RecordedTable> _byRow;
    private readonly Dictionary<string, RecordedTable> _byName;

    private RecordedTables(IModel model)
    {
        _byRow = model.GetEntityTypes().Select(RecordedTable.Of).OfType<RecordedTable>().ToDictionary(table => table.Type.ClrType);
        _byName = _byRow.Values.ToDictionary(table => table.Name, StringComparer.Ordinal);
    }

    /// <summary>The tables of a context's model.</summary>
    public static RecordedTables Of(BudgetDbContext database) => Known.GetValue(database.Model, model => new RecordedTables(model));

    /// <summary>All of them.</summary>
    public IEnumerable<RecordedTable> All => _byRow.Values;

    /// <summary>The table of a kind of rows; null when they are not kept.</summary>
    public RecordedTable? Find(Type row) => _byRow.GetValueOrDefault(row);

    /// <summary>A table by its name; null when there is none.</summary>
    public RecordedTable? Find(string name) => _byName.GetValueOrDefault(name);
}
