namespace BiweeklyBudget.TestSupport.Markdown;

/// <summary>A fenced block of a page.</summary>
/// <param name="Line">Number of the line of its opening fence, from 1.</param>
/// <param name="Language">The word behind the fence; empty when there is none.</param>
/// <param name="Text">What is in it, with a line feed at the end of each line.</param>
/// <param name="Comment">The text of an HTML comment on the line before it; empty when there is none.</param>
/// <param name="FollowsBlock">Whether nothing but empty lines stands between it and the block before it.</param>
public sealed record CodeBlock(int Line, string Language, string Text, string Comment, bool FollowsBlock);
