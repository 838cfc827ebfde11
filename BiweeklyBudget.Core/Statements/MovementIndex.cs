namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Finds movements by the bank's id and what they have in common. However many share an id, only those are looked at that lie near in time and agree in
/// amount or text.
/// </summary>
/// <typeparam name="T">What has the movement.</typeparam>
internal sealed class MovementIndex<T>
    where T : class
{
    private const int DaysTogether = Movement.MostDaysApart + 1;

    /// <summary>Words of a name that another one may complete.</summary>
    private const int MostWords = 4;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, DateOnly Day, decimal Amount), List<(T Item, Movement Movement)>> _byDay = [];
    private readonly Dictionary<(string Id, decimal Amount, int Days), List<(T Item, Movement Movement)>> _byAmount = [];
    private readonly Dictionary<(string Id, string Text, int Days), List<(T Item, Movement Movement)>> _byText = [];
    private readonly Dictionary<(string Id, string Name, int Days), List<(T Item, Movement Movement)>> _byName = [];
    private readonly Dictionary<(string Id, string Words, int Days), List<(T Item, Movement Movement)>> _byFirstWords = [];

    /// <summary>Adds a movement. Something may have several, of which each may be found.</summary>
    public void Add(string id, T item, Movement movement)
    {
        _ids.Add(id);
        var days = movement.Day.DayNumber / DaysTogether;
        Add(_byDay, (id, movement.Day, movement.Amount));
        if (movement.UtcDay != movement.Day)
        {
            Add(_byDay, (id, movement.UtcDay, movement.Amount));
        }

        Add(_byAmount, (id, movement.Amount, days));
        Add(_byText, (id, movement.Text, days));
        Add(_byName, (id, movement.Name, days));
        foreach (var words in FirstWords(movement.Name))
        {
            Add(_byFirstWords, (id, words, days));
        }

        void Add<TKey>(Dictionary<TKey, List<(T, Movement)>> lists, TKey key)
            where TKey : notnull
        {
            if (!lists.TryGetValue(key, out var list))
            {
                lists.Add(key, list = []);
            }

            list.Add((item, movement));
        }
    }

    /// <summary>The likest one, and of several the nearest in time.</summary>
    /// <param name="id">The bank's id.</param>
    /// <param name="movement">The movement.</param>
    /// <param name="least">How alike it must be.</param>
    /// <param name="counts">Whether something counts as it is now; what does not is forgotten.</param>
    public T? Find(string id, Movement movement, Likeness least, Func<T, Movement, bool> counts)
    {
        if (!_ids.Contains(id))
        {
            return null;
        }

        var (best, likeness, apart) = ((T?)null, Likeness.None, int.MaxValue);
        Look(_byDay, (id, movement.Day, movement.Amount));
        if (movement.UtcDay != movement.Day)
        {
            Look(_byDay, (id, movement.UtcDay, movement.Amount));
        }

        if (best is null && least == Likeness.Corrected)
        {
            var days = movement.Day.DayNumber / DaysTogether;
            for (var near = days - 1; near <= days + 1; near++)
            {
                Look(_byAmount, (id, movement.Amount, near));
                Look(_byText, (id, movement.Text, near));
                Look(_byName, (id, movement.Name, near));
                foreach (var words in FirstWords(movement.Name))
                {
                    Look(_byName, (id, words, near));
                }
            }

            for (var near = days - 1; best is null && near <= days + 1; near++)
            {
                Look(_byFirstWords, (id, movement.Name, near));
            }
        }

        return best;

        void Look<TKey>(Dictionary<TKey, List<(T Item, Movement Movement)>> lists, TKey key)
            where TKey : notnull
        {
            if (!lists.TryGetValue(key, out var list))
            {
                return;
            }

            list.RemoveAll(entry => !counts(entry.Item, entry.Movement));
            foreach (var (item, other) in list)
            {
                var found = movement.To(other);
                var days = movement.DaysTo(other);
                if (found >= least && (found > likeness || (found == likeness && days < apart)))
                {
                    (best, likeness, apart) = (item, found, days);
                }
            }
        }
    }

    /// <summary>The beginnings of a name that end with a word, without the whole name.</summary>
    private static IEnumerable<string> FirstWords(string name)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        for (var words = 0; end > 0 && words < MostWords; words++)
        {
            yield return name[..end];
            end = name.IndexOf(' ', end + 1);
        }
    }
}
