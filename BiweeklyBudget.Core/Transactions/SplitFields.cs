using System.Globalization;
using BiweeklyBudget.Core.Forms;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>The field <c>budgets</c> of a transaction form: a map from budget id to amount, in the order submitted.</summary>
internal sealed class SplitFields
{
    /// <summary>Most splits of a transaction; more are a program's mistake.</summary>
    public const int MostSplits = 200;

    private const string Field = "budgets";
    private readonly List<(string Key, int? BudgetId, decimal? Amount)> _entries = [];

    private SplitFields()
    {
    }

    /// <summary>Ids that could be budgets.</summary>
    public IEnumerable<int> BudgetIds => _entries.Where(entry => entry.BudgetId is not null).Select(entry => entry.BudgetId!.Value);

    /// <summary>The splits; only for a form without errors.</summary>
    public IReadOnlyList<KeyValuePair<int, decimal>> Amounts =>
        [.. _entries.Select(entry => KeyValuePair.Create(entry.BudgetId!.Value, entry.Amount!.Value))];

    /// <summary>Reads the field; what is wrong whatever the database holds is reported.</summary>
    public static SplitFields Read(FormValues form, FieldErrors errors)
    {
        var fields = new SplitFields();
        foreach (var (key, value) in form[Field].Map ?? [])
        {
            // An empty dropdown's row chooses no budget.
            if (key.Trim() is "" or "None")
            {
                continue;
            }

            if (fields._entries.Count == MostSplits)
            {
                fields._entries.Clear();
                errors.Add(Field, string.Create(CultureInfo.InvariantCulture, $"A transaction can have at most {MostSplits} splits."));
                return fields;
            }

            var id = int.TryParse(key.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
            fields._entries.Add((key, id, FieldReader.ParseAmount(value)));
            if (FieldReader.ParseAmount(value) is null)
            {
                errors.Add(Field, FieldReader.InvalidDecimal(value));
            }
        }

        if (fields._entries.Count == 0)
        {
            errors.Add(Field, "Transactions must have a budget.");
        }

        if (fields.BudgetIds.Distinct().Count() < fields.BudgetIds.Count())
        {
            errors.Add(Field, "Error: A given budget may only be specified once.");
        }

        return fields;
    }

    /// <summary>Reports what the budgets object to, by entry, and then a sum that is not the transaction's amount.</summary>
    /// <param name="objection">The message about a budget id, or null; takes null for a key that is no id.</param>
    /// <param name="amount">The transaction's amount; null when it has an error of its own.</param>
    /// <param name="amountText">The amount as it was submitted.</param>
    /// <param name="errors">Takes the messages.</param>
    public void Check(Func<int, string?> objection, decimal? amount, string amountText, FieldErrors errors)
    {
        foreach (var (key, id, _) in _entries)
        {
            if ((id is { } budget ? objection(budget) : $"Budget ID {key} is invalid.") is { } message)
            {
                errors.Add(Field, message);
            }
        }

        // The sum starts at 0.0, so that it always shows a decimal (spec/domain.md §7).
        var sum = _entries.Aggregate(0.0m, (total, entry) => total + (entry.Amount ?? 0));
        if (_entries.Count > 0 && amount is not null && _entries.TrueForAll(entry => entry.Amount is not null) && sum != amount)
        {
            errors.Add(Field, string.Create(CultureInfo.InvariantCulture, $"Sum of all budget amounts ({sum}) must equal Transaction amount ({amountText.Trim()})."));
        }
    }
}
