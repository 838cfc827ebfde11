using System.Globalization;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>The field <c>budgets</c> of a transaction's form: a map from budget id to amount, in the order submitted.</summary>
internal sealed class SplitFields
{
    /// <summary>Name of the field.</summary>
    public const string Field = "budgets";

    /// <summary>The one budget that has the whole amount, in a form without scripts; there it counts when no share is given.</summary>
    public const string Whole = "budget";

    private readonly List<Entry> _entries;

    private SplitFields(List<Entry> entries) => _entries = entries;

    /// <summary>The splits; anything stands where an entry could not be read.</summary>
    public IReadOnlyList<Split> Splits => [.. _entries.Select(entry => new Split(entry.BudgetId ?? 0, entry.Amount ?? 0m))];

    /// <summary>Paths of what could not be read.</summary>
    public IEnumerable<string> Unknown => AreTooMany ? [] : _entries.Index().SelectMany(entry => UnknownIn(entry.Index, entry.Item));

    private bool AreTooMany => _entries.Count > TransactionChange.MostSplits;

    /// <summary>Reads the entries, and one more than a transaction can have if there are so many.</summary>
    public static SplitFields Of(FormValues form)
    {
        var fields = new FieldReader(form);
        var isTyped = form.TypedIn is not null;
        List<Entry> entries =
        [
            .. (form[Field].Map ?? [])

                // An empty dropdown's row chooses no budget, and without scripts every budget has a row.
                .Where(entry => entry.Key.Trim() is not ("" or "None") && !(isTyped && entry.Value.IsBlank))
                .Take(TransactionChange.MostSplits + 1)
                .Select(entry => new Entry(entry.Key, IdOf(entry.Key), entry.Value, isTyped ? Signed(form, fields.PartAmount(Field, entry.Value)) : fields.Amount(Field, entry.Value))),
        ];
        if (isTyped && entries.Count == 0 && !fields.IsNone(Whole))
        {
            // What is wrong with the amount is said beside it.
            entries.Add(new Entry(form[Whole].Text, IdOf(form[Whole].Text), form["amount"], fields.SignedAmount("amount") ?? 0m));
        }

        return new SplitFields(entries);
    }

    /// <summary>Says what could not be read; nothing when there are too many to look at.</summary>
    public void Check(FieldReader fields)
    {
        foreach (var entry in AreTooMany ? [] : _entries)
        {
            if (entry.Amount is null)
            {
                fields.PartAmount(Field, entry.Value);
            }

            if (entry.BudgetId is null)
            {
                fields.Errors.Add(Field, $"Budget ID {entry.Key} is invalid.");
            }
        }
    }

    private static int? IdOf(string key) => int.TryParse(key.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    // Of income the shares are typed without their sign, too.
    private static decimal? Signed(FormValues form, decimal? amount) => form["direction"].Text == "income" ? -amount : amount;

    private static IEnumerable<string> UnknownIn(int index, Entry entry)
    {
        if (entry.BudgetId is null)
        {
            yield return Path(index, nameof(Split.BudgetId));
        }

        if (entry.Amount is null)
        {
            yield return Path(index, nameof(Split.Amount));
        }
    }

    private static string Path(int split, string property) => string.Create(CultureInfo.InvariantCulture, $"{nameof(TransactionChange.Splits)}[{split}].{property}");

    private sealed record Entry(string Key, int? BudgetId, FormValue Value, decimal? Amount);
}
