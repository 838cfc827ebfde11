namespace BiweeklyBudget.Hosting.Running;

/// <summary>Finds what somebody meant who mistyped a word.</summary>
internal static class NearestWord
{
    /// <summary>The known word with the fewest letters to add, leave out, change or swap.</summary>
    /// <param name="word">What was typed, in any case.</param>
    /// <param name="known">What could have been meant.</param>
    /// <returns>Null when none is near: more than a third of it would be another.</returns>
    public static string? To(string word, IEnumerable<string> known) =>
        known.Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Word.Length / 3))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word).FirstOrDefault();

    // Optimal string alignment, row by row: the edit distance with swaps of neighbours.
    private static int Distance(string a, string b)
    {
        int[] beforeLast = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }
}
