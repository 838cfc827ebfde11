namespace BiweeklyBudget.TestSupport.Markdown;

/// <summary>A link or an image of a page.</summary>
/// <param name="Line">Number of its line, from 1.</param>
/// <param name="Target">Where it leads, as it is written.</param>
public sealed record MarkdownLink(int Line, string Target);
