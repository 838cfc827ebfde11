using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The fields that were submitted, in their order. The input of every saving operation: filled from a JSON body, from a
/// form-encoded one, or by a program (<c>new FormValues { ["amount"] = 12.5m }</c>).
/// </summary>
internal sealed class FormValues : IEnumerable<KeyValuePair<string, FormValue>>
{
    /// <summary>The field by which a form without scripts says that its amounts are as a person typed them. Scripts send plain decimals and no such field.</summary>
    public const string TypedMark = "amounts_as_typed";

    private readonly List<KeyValuePair<string, FormValue>> _fields = [];

    /// <summary>In what notation a person typed the amounts; null when they are plain decimals, as scripts and the pages' own scripts send them.</summary>
    public MoneyFormat? TypedIn { get; private set; }

    /// <summary>Names of the submitted fields, each once.</summary>
    public IEnumerable<string> Names => _fields.Select(entry => entry.Key).Distinct(StringComparer.Ordinal);

    /// <summary>A field's value: the last one when it was submitted twice, a missing one when it was not submitted.</summary>
    /// <param name="name">Name of the field, case-sensitive.</param>
    /// <returns>The value.</returns>
    public FormValue this[string name]
    {
        get => _fields.FindLast(entry => entry.Key == name).Value;
        set => _fields.Add(new(name, value));
    }

    /// <summary>Takes over the fields of a JSON object.</summary>
    /// <param name="json">The body.</param>
    /// <param name="form">The fields.</param>
    /// <returns>False when it is not an object or a field's name is no valid text.</returns>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out FormValues? form)
    {
        form = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var fields = new FormValues();
        try
        {
            foreach (var property in json.EnumerateObject())
            {
                fields[property.Name] = FormValue.From(property.Value);
            }
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair in it.
            return false;
        }

        form = fields;
        return true;
    }

    /// <summary>Takes over the fields of a form-encoded body.</summary>
    /// <param name="pairs">Names and texts.</param>
    /// <returns>The fields.</returns>
    public static FormValues FromPairs(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var form = new FormValues();
        foreach (var (name, text) in pairs)
        {
            form[name] = text;
        }

        return form[TypedMark].Text == "true" ? form.WithMaps() : form;
    }

    /// <summary>The same fields, whose amounts are read as a person typed them if they say so.</summary>
    /// <param name="money">The household's notation.</param>
    /// <returns>These fields.</returns>
    public FormValues Typed(MoneyFormat money)
    {
        TypedIn = this[TypedMark].Text == "true" ? money : null;
        return this;
    }

    // A form without scripts cannot send maps: it has a field named "budgets[4]" for each entry.
    private FormValues WithMaps()
    {
        var (form, maps) = (new FormValues(), new Dictionary<string, FormValues>(StringComparer.Ordinal));
        foreach (var (name, value) in _fields)
        {
            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            if (bracket <= 0 || !name.EndsWith(']'))
            {
                form[name] = value;
                continue;
            }

            if (!maps.TryGetValue(name[..bracket], out var map))
            {
                maps[name[..bracket]] = map = [];
                form[name[..bracket]] = map;
            }

            map[name[(bracket + 1)..^1]] = value;
        }

        return form;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, FormValue>> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
