namespace BiweeklyBudget.Hosting.Tests.Api;

/// <summary>A form that would be saved: where it goes, and each field with its JSON text and kind.</summary>
internal sealed record TestForm(string Path, Dictionary<string, (string Json, FieldKind Kind)> Fields)
{
    /// <summary>The form as JSON, with another value for one field.</summary>
    public string Text(string? field = null, string? json = null) => "{" + string.Join(", ", Fields.Select(entry => $"\"{entry.Key}\": {(entry.Key == field ? json : entry.Value.Json)}")) + "}";
}
