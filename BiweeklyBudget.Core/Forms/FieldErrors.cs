namespace BiweeklyBudget.Core.Forms;

/// <summary>
/// What is wrong with a form, by field: every submitted field with a list of messages, empty when it is fine, and fields that
/// were missing and must not be (spec/http-api.md §4).
/// </summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, IReadOnlyList<string>> _messages = new(StringComparer.Ordinal);

    /// <summary>No errors yet for a form.</summary>
    /// <param name="form">The submitted fields.</param>
    public FieldErrors(FormValues form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var name in form.Names)
        {
            _messages[name] = [];
        }
    }

    /// <summary>Messages by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _messages;

    /// <summary>Whether any field has a message.</summary>
    public bool Any => _messages.Values.Any(messages => messages.Count > 0);

    /// <summary>Adds a message to a field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="message">What is wrong.</param>
    /// <returns>This, with the message.</returns>
    public FieldErrors Add(string field, string message)
    {
        _messages[field] = [.. _messages.GetValueOrDefault(field) ?? [], message];
        return this;
    }
}
