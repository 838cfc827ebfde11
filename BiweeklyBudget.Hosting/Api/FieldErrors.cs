namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What is wrong with a form, by field: every submitted field with a list of messages, empty when it is fine, and fields that
/// were missing and must not be (spec/http-api.md §4).
/// </summary>
internal sealed class FieldErrors
{
    /// <summary>Most messages of one field; further ones tell nobody anything and are left out.</summary>
    public const int MostMessages = 20;

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

    private FieldErrors(FieldErrors others)
    {
        Any = others.Any;
        foreach (var (field, messages) in others._messages)
        {
            _messages[field] = messages.Count == 0 ? [] : new List<string>(messages);
        }
    }

    /// <summary>Messages by field, at most <see cref="MostMessages"/> each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _messages;

    /// <summary>Whether any field has a message.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether a field has a message.</summary>
    /// <param name="field">Name of the field.</param>
    /// <returns>Whether it has.</returns>
    public bool Of(string field) => _messages.GetValueOrDefault(field) is { Count: > 0 };

    /// <summary>Adds a message to a field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="message">What is wrong.</param>
    /// <returns>This, with the message.</returns>
    public FieldErrors Add(string field, string message)
    {
        Any = true;
        if (_messages.GetValueOrDefault(field) is not List<string> messages)
        {
            _messages[field] = messages = [];
        }

        if (messages.Count < MostMessages)
        {
            messages.Add(message);
        }

        return this;
    }

    /// <summary>The same errors, for one who adds others to them.</summary>
    internal FieldErrors Copy() => new(this);
}
