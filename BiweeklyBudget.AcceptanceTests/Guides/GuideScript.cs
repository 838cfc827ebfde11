using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>The commands of a guide as one script for Bash, as if somebody typed them into one terminal; what each block prints goes into a file of its own.</summary>
internal static partial class GuideScript
{
    private const string First = "first: ";
    private const string NotRun = "not run: ";
    private const string Serves = "serves";

    // A program that serves is started in a group of its own, as in a terminal of its own, and told to end as by Ctrl+C when the next one is started.
    private const string Functions = """
        set -e -o pipefail
        server=
        end_server() {
          if [[ -n $server ]]; then kill -TERM -- "-$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
          server=
        }
        trap end_server EXIT
        wait_until_served() {
          local tries port
          for ((tries = 0; tries < 1200; tries++)); do
            port=$(sed -n 's!.*Now listening on: http://127\.0\.0\.1:\([1-9][0-9]*\).*!\1!p' "$1" | head -n 1)
            if [[ -n $port ]]; then
              printf '%s' "$port" >"$GUIDE_PORT"
              if curl -fsS -o /dev/null http://127.0.0.1:8080/healthz/ready 2>/dev/null; then return; fi
            fi
            kill -0 "$server" 2>/dev/null || return 1
            sleep 0.1
          done
          return 1
        }

        """;

    /// <summary>The guides.</summary>
    public static IReadOnlyList<MarkdownPage> Guides { get; } = [.. MarkdownPage.All().Where(page => page.Path.StartsWith("docs/guide/", StringComparison.Ordinal))];

    /// <summary>Whether a block is run.</summary>
    public static bool IsRun(CodeBlock block) => block.Language is "sh" or "cron" && !block.Comment.StartsWith(NotRun, StringComparison.Ordinal);

    /// <summary>Why a block is not run; empty when it is.</summary>
    public static string ReasonOf(CodeBlock block) => block.Comment.StartsWith(NotRun, StringComparison.Ordinal) ? block.Comment[NotRun.Length..] : "";

    /// <summary>Whether a comment before a block means something here.</summary>
    public static bool IsKnown(string comment) => comment is "" or Serves || comment.StartsWith(First, StringComparison.Ordinal) || comment.StartsWith(NotRun, StringComparison.Ordinal);

    /// <summary>The script.</summary>
    /// <param name="page">The guide.</param>
    /// <param name="outputs">The folder for what blocks print: a file for each, named by its line.</param>
    public static string Of(MarkdownPage page, string outputs)
    {
        var script = new StringBuilder(Functions);
        foreach (var block in page.Blocks.Where(IsRun))
        {
            var output = OutputOf(block, outputs);
            if (block.Comment.StartsWith(First, StringComparison.Ordinal))
            {
                script.Append(CultureInfo.InvariantCulture, $"{{ {block.Comment[First.Length..]}; }} >'{output}' 2>&1\n");
            }

            if (block.Comment == Serves)
            {
                script.Append(CultureInfo.InvariantCulture, $"end_server\n: >'{output}'\nset -m\n(\n{block.Text}) >'{output}' 2>&1 </dev/null &\nserver=$!\nset +m\nwait_until_served '{output}'\n");
            }
            else
            {
                script.Append(CultureInfo.InvariantCulture, $"{{\n{(block.Language == "cron" ? CommandsOf(block) : block.Text)}}} >'{output}' 2>&1 </dev/null\n");
            }
        }

        return script.ToString();
    }

    /// <summary>The file that a block's output is in.</summary>
    public static string OutputOf(CodeBlock block, string outputs) => Path.Combine(outputs, block.Line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a block of text says that the commands before it print, and they did not: lines in their order, with an ellipsis for anything.</summary>
    public static IEnumerable<string> NotPrinted(string said, string output)
    {
        // Which port it is, the system decided.
        var printed = Port().Replace(output, "127.0.0.1:8080").Split('\n');
        var next = 0;
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"^{Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal)}$";
            var found = Array.FindIndex(printed, next, text => Regex.IsMatch(text.TrimEnd('\r'), pattern, RegexOptions.None, TimeSpan.FromSeconds(5)));
            if (found < 0)
            {
                yield return line;
            }
            else
            {
                next = found + 1;
            }
        }
    }

    // As cron takes them: five fields, then the command, in which a percent sign has a backslash.
    private static string CommandsOf(CodeBlock block) => string.Concat(block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        CronLine().Match(line) is { Success: true } match
            ? $"sh -c '{match.Groups["command"].Value.Replace(@"\%", "%", StringComparison.Ordinal).Replace("'", @"'\''", StringComparison.Ordinal)}'\n"
            : throw new FormatException($"No line of a crontab: {line}")));

    [GeneratedRegex(@"^(?:(?:[0-9*/,-]+)\s+){5}(?<command>(?:[^%]|\\%)+)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CronLine();

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]+", RegexOptions.None, 5000)]
    private static partial Regex Port();
}
