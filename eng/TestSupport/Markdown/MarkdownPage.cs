using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BiweeklyBudget.TestSupport.Markdown;

/// <summary>A page of the repository's documentation, as far as tests look into it.</summary>
public sealed partial class MarkdownPage
{
    private readonly List<CodeBlock> _blocks = [];

    // Without what stands in fenced blocks; the lines keep their numbers.
    private readonly List<string> _prose = [];

    private MarkdownPage(string path, string text)
    {
        Path = path;
        Read(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Anchors = ReadAnchors();
    }

    /// <summary>The file, in the repository, with slashes: <c>docs/guide/start.md</c>.</summary>
    public string Path { get; }

    /// <summary>The fenced blocks in their order.</summary>
    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>What links may name behind a number sign, by GitHub's rule.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>The links and images.</summary>
    public IEnumerable<MarkdownLink> Links =>
        _prose.SelectMany((line, index) => Link().Matches(WithoutCode(line)).Select(match => new MarkdownLink(index + 1, (match.Groups["target"].Success ? match.Groups["target"] : match.Groups["address"]).Value)));

    /// <summary>The words in bold.</summary>
    public IEnumerable<string> BoldWords => _prose.SelectMany(line => Bold().Matches(WithoutCode(line)).Select(match => match.Groups["words"].Value));

    /// <summary>The rows of tables, without those of their heads: the texts of the cells.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows =>
        _prose.Where((line, index) => line.StartsWith('|') && !IsRule(line) && !(index + 1 < _prose.Count && IsRule(_prose[index + 1]))).Select(line => (IReadOnlyList<string>)[.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())]);

    /// <summary>Reads a page of the repository.</summary>
    /// <param name="path">The file, in the repository.</param>
    public static MarkdownPage Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(TestData.Repository, path)));

    /// <summary>A page of another text.</summary>
    public static MarkdownPage Parse(string path, string text) => new(path, text);

    /// <summary>All pages that are in the repository.</summary>
    public static IReadOnlyList<MarkdownPage> All() => [.. Tracked().Select(Read)];

    /// <summary>The anchor of a heading (github.com/gjtorikian/html-pipeline: letters, digits, underscores and hyphens; spaces become hyphens).</summary>
    public static string AnchorOf(string heading)
    {
        var text = new StringBuilder();
        foreach (var letter in LinkText().Replace(heading, "${text}").Trim().ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                text.Append(letter);
            }
            else if (letter == ' ')
            {
                text.Append('-');
            }
        }

        return text.ToString();
    }

    private static List<string> Tracked()
    {
        // What Git has, so that pages of packages in a build's folders are none of ours; a copy without Git has no build either.
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"]) { WorkingDirectory = TestData.Repository, UseShellExecute = false, RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(file => File.Exists(System.IO.Path.Combine(TestData.Repository, file)))];
    }

    private void Read(string[] lines)
    {
        CodeBlock? open = null;
        var text = new StringBuilder();
        var isAfterBlock = false;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            var trimmed = line.TrimStart();
            var isFence = trimmed.StartsWith("```", StringComparison.Ordinal);
            _prose.Add(open is null && !isFence ? line : "");
            if (open is null && isFence)
            {
                var comment = index > 0 ? Comment().Match(lines[index - 1].Trim()).Groups["text"].Value : "";
                open = new CodeBlock(index + 1, trimmed[3..].Trim(), "", comment, isAfterBlock);
            }
            else if (open is not null && isFence)
            {
                _blocks.Add(open with { Text = text.ToString() });
                open = null;
                text.Clear();
                isAfterBlock = true;
            }
            else if (open is not null)
            {
                var indent = lines[open.Line - 1].Length - lines[open.Line - 1].TrimStart().Length;
                text.Append(line.AsSpan(Math.Min(indent, line.Length - trimmed.Length))).Append('\n');
            }
            else if (trimmed.Length > 0)
            {
                isAfterBlock = false;
            }
        }
    }

    private HashSet<string> ReadAnchors()
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in _prose.Select(line => Heading().Match(line)).Where(match => match.Success).Select(match => match.Groups["text"].Value))
        {
            var anchor = AnchorOf(heading);
            for (var number = 0; !anchors.Add(number == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{number}")); number++)
            {
                // The same heading again gets a number.
            }
        }

        return anchors;
    }

    private static bool IsRule(string line) => Rule().IsMatch(line);

    // Of the same length, so that nothing moves.
    private static string WithoutCode(string line) => InlineCode().Replace(line, match => new string(' ', match.Length));

    [GeneratedRegex(@"!?\[(?:[^\[\]]|\[[^\]]*\]\([^)]*\))*\]\((?<target>[^)\s]+)\)|<(?<address>https?:[^>\s]*)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LinkText();

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Bold();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 5000)]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#{1,6} +(?<text>.*)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\|[ :|-]+$", RegexOptions.None, 5000)]
    private static partial Regex Rule();

    [GeneratedRegex("^<!-- (?<text>.*) -->$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comment();
}
