namespace BiweeklyBudget.Hosting.Api;

/// <summary>A form that a browser posted without script: its reply is shown as a page.</summary>
/// <param name="action">Where it was posted to.</param>
/// <param name="from">The page that it stood on, below the app's path; null when that is not known.</param>
internal sealed class FormShown(string action, string? from)
{
    /// <summary>Where it was posted to.</summary>
    public string Action => action;

    /// <summary>The page that it stood on, below the app's path; null when that is not known.</summary>
    public string? From => from;

    /// <summary>What came of it; null as long as no form has taken it.</summary>
    public FormReply? Reply { get; set; }
}
