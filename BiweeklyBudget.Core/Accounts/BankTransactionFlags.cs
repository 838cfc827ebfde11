using System.Diagnostics;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// Sets the flags of an account's bank transactions from its five patterns (spec/domain.md §11.1), when they are imported and when a pattern changes. Patterns
/// are users' and may take long: what is known beforehand is tried before a database transaction begins, all of it within one span of time, and a pattern that
/// takes too much of it is given up and matches nothing from then on.
/// </summary>
internal sealed class BankTransactionFlags
{
    /// <summary>A bank transaction of this name was marked as interest by hand; that mark stays.</summary>
    public const string ManualInterestName = "Interest Charged - MANUALLY ENTERED";

    /// <summary>Time for all matches of an import or a save. An honest pattern needs a thousandth of it.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private readonly TimedPattern?[] _patterns;
    private readonly Dictionary<string, bool[]> _known = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private readonly string?[] _sources;

    /// <summary>Compiles an account's patterns.</summary>
    public BankTransactionFlags(Account account)
    {
        // The time is split up so that a slow pattern leaves enough to the others.
        _sources = Sources(account);
        var share = Budget / Math.Max(1, _sources.Count(source => source is not null));
        _patterns = [.. _sources.Select(source => Compile(source, share))];
    }

    /// <summary>Patterns that did not compile or took too long, as texts for the log or the user.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What the patterns are tried on: the name, or where that is blank the memo.</summary>
    public static string? TextOf(BankTransaction transaction) => string.IsNullOrWhiteSpace(transaction.Name) ? transaction.Memo : transaction.Name;

    /// <summary>Whether these are the patterns that an account has.</summary>
    public bool AreOf(Account account) => _sources.SequenceEqual(Sources(account), StringComparer.Ordinal);

    /// <summary>Tries the patterns on texts that will come.</summary>
    public void Prepare(IEnumerable<string?> texts)
    {
        foreach (var text in texts.OfType<string>())
        {
            MatchesOf(text);
        }
    }

    /// <summary>Sets all flags of a bank transaction from its text.</summary>
    public void Apply(BankTransaction transaction)
    {
        var matches = TextOf(transaction) is { } text ? MatchesOf(text) : new bool[_sources.Length];
        transaction.IsInterestCharge = transaction.Name == ManualInterestName ? transaction.IsInterestCharge : matches[0];
        transaction.IsInterestPayment = matches[1];
        transaction.IsPayment = matches[2];
        transaction.IsLateFee = matches[3];
        transaction.IsOtherFee = matches[4];
    }

    private static string?[] Sources(Account account) =>
        [account.InterestChargePattern, account.InterestPaidPattern, account.PaymentPattern, account.LateFeePattern, account.OtherFeePattern];

    private TimedPattern? Compile(string? source, TimeSpan share)
    {
        if (source is null)
        {
            return null;
        }

        if (PythonPattern.TryCompile(source, share, out var compiled))
        {
            return new TimedPattern(source, compiled, share);
        }

        _problems.Add($"The regular expression \"{source}\" is invalid; it marks nothing.");
        return null;
    }

    private bool[] MatchesOf(string text)
    {
        if (!_known.TryGetValue(text, out var matches))
        {
            _known[text] = matches = [.. _patterns.Select(pattern => pattern is not null && Matches(pattern, text))];
        }

        return matches;
    }

    private bool Matches(TimedPattern pattern, string text)
    {
        if (pattern.Left <= TimeSpan.Zero)
        {
            return false;
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            return pattern.Compiled.MatchesStartOf(text);
        }
        catch (RegexMatchTimeoutException)
        {
            pattern.Left = TimeSpan.Zero;
            return false;
        }
        finally
        {
            pattern.Left -= Stopwatch.GetElapsedTime(started);
            if (pattern.Left <= TimeSpan.Zero)
            {
                _problems.Add($"The regular expression \"{pattern.Source}\" takes too long; it marks nothing more.");
            }
        }
    }

    /// <summary>A pattern and the time that is left for it.</summary>
    private sealed class TimedPattern(string source, PythonPattern compiled, TimeSpan left)
    {
        public string Source { get; } = source;

        public PythonPattern Compiled { get; } = compiled;

        public TimeSpan Left { get; set; } = left;
    }
}
