using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>
/// Reads one list of planned changes, and knows which entry of the list is to blame for what is wrong with the command. The errors keep the
/// order of the entries, whoever finds them.
/// </summary>
internal sealed class PlannedChangesReader
{
    // Where each error belongs: the list itself first, then its entries, each with its key in the reply.
    private readonly List<(string? Key, FieldErrors Errors)> _errors = [];

    // The field of each property of the command.
    private readonly Dictionary<string, (FieldErrors Errors, string Field)> _places = new(StringComparer.Ordinal);
    private readonly List<PlannedChange> _changes = [];
    private readonly string _property;

    private PlannedChangesReader(string name, string property)
    {
        _property = property;
        Place(property, AddErrors(key: null, []), name);
    }

    /// <summary>The entries; those with a blank date or amount are dropped. Whatever stands where something could not be read.</summary>
    public IReadOnlyList<PlannedChange> Changes => _changes;

    /// <summary>Whether something could not be read.</summary>
    public bool HasErrors => _errors.Exists(entry => entry.Errors.Any);

    /// <summary>Paths of the command's properties that could not be read.</summary>
    public IEnumerable<string> Unknown => _places.Where(place => place.Value.Errors.Of(place.Value.Field)).Select(place => place.Key);

    /// <summary>Reads a list.</summary>
    /// <param name="body">What holds it.</param>
    /// <param name="name">Its key there.</param>
    /// <param name="property">The command's property.</param>
    public static PlannedChangesReader Read(JsonElement body, string name, string property)
    {
        var reader = new PlannedChangesReader(name, property);
        if (!body.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            reader._errors[0].Errors.Add(name, "Must be a list of entries");
        }
        else if (list.GetArrayLength() > PayoffSettingsChange.MostEntries)
        {
            // Each of them could have mistakes to be told.
            reader._errors[0].Errors.Add(name, string.Create(CultureInfo.InvariantCulture, $"Cannot have more than {PayoffSettingsChange.MostEntries} entries"));
        }
        else
        {
            var number = 0;
            foreach (var entry in list.EnumerateArray())
            {
                reader.ReadEntry(entry, string.Create(CultureInfo.InvariantCulture, $"{name}[{number++}]"));
            }
        }

        return reader;
    }

    /// <summary>Adds a problem of the command to the field that is to blame.</summary>
    /// <returns>False when it is none of this list's.</returns>
    public bool TryPlace(Problem problem)
    {
        if (problem.Property is null || !_places.TryGetValue(problem.Property, out var place))
        {
            return false;
        }

        place.Errors.Add(place.Field, problem.Message);
        return true;
    }

    /// <summary>Adds all errors, in the order of the entries.</summary>
    public void AddTo(FieldErrors errors)
    {
        foreach (var (key, own) in _errors)
        {
            foreach (var (field, messages) in own.ByField)
            {
                foreach (var message in messages)
                {
                    errors.Add(key is null ? field : field.Length == 0 ? key : $"{key}.{field}", message);
                }
            }
        }
    }

    private void ReadEntry(JsonElement entry, string key)
    {
        if (!FormValues.TryRead(entry, out var form))
        {
            AddErrors(key, []).Add("", "Must be an entry with date, amount and enabled");
            return;
        }

        if (IsBlank(form["date"]) || IsBlank(form["amount"]))
        {
            return;
        }

        var fields = new FieldReader(form);
        var change = new PlannedChange(fields.Date("date") ?? default, fields.Amount("amount") ?? 0m, fields.Flag("enabled") ?? false);
        if (form["enabled"].IsBlank)
        {
            fields.Errors.Add("enabled", "Must be true or false");
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"{_property}[{_changes.Count}].");
        Place(path + nameof(PlannedChange.Date), fields.Errors, "date");
        Place(path + nameof(PlannedChange.Amount), fields.Errors, "amount");
        Place(path + nameof(PlannedChange.IsEnabled), fields.Errors, "enabled");
        _errors.Add((key, fields.Errors));
        _changes.Add(change);
    }

    // A blank text is an empty row of the page. A missing key is a mistake.
    private static bool IsBlank(FormValue value) => value is { Kind: FormValueKind.Text, IsBlank: true };

    private FieldErrors AddErrors(string? key, FormValues form)
    {
        var errors = new FieldErrors(form);
        _errors.Add((key, errors));
        return errors;
    }

    private void Place(string property, FieldErrors errors, string field) => _places.Add(property, (errors, field));
}
