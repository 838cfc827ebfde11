namespace BiweeklyBudget.Hosting.Api;

/// <summary>What a submitted value is, before anything is read from it.</summary>
internal enum FormValueKind
{
    /// <summary>The field was not submitted.</summary>
    Missing,

    /// <summary>JSON <c>null</c>.</summary>
    Null,

    /// <summary>Text, as from a form-encoded body or a JSON string.</summary>
    Text,

    /// <summary>A JSON number, kept as its exact text.</summary>
    Number,

    /// <summary>JSON <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A JSON object.</summary>
    Map,

    /// <summary>Something no field takes: a JSON array, or text that is no valid Unicode.</summary>
    Unusable,
}
