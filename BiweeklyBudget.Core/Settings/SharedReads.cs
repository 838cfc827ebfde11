namespace BiweeklyBudget.Core.Settings;

/// <summary>What was read from one state of the database by one part of a page and serves another one too: one thing of a kind.</summary>
internal sealed class SharedReads
{
    private readonly Dictionary<Type, object> _found = [];

    /// <summary>What was kept of a kind, or null.</summary>
    public T? Find<T>()
        where T : class => _found.GetValueOrDefault(typeof(T)) as T;

    /// <summary>Keeps it, in place of what was kept of its kind.</summary>
    public T Keep<T>(T read)
        where T : class
    {
        _found[typeof(T)] = read;
        return read;
    }

    /// <summary>Forgets everything: another state of the database is read from now on.</summary>
    public void Clear() => _found.Clear();
}
