namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Gathers what the user should know about an import; of many alike, the first ones and their number.</summary>
internal sealed class ImportWarnings
{
    private const int Most = 20;

    private readonly List<string> _texts = [];
    private int _more;

    public void Add(string text)
    {
        if (_texts.Count < Most)
        {
            _texts.Add(text);
        }
        else
        {
            _more++;
        }
    }

    public void AddRange(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Add(text);
        }
    }

    public IReadOnlyList<string> ToList() => _more == 0 ? [.. _texts] : [.. _texts, $"And {_more} more warnings."];
}
