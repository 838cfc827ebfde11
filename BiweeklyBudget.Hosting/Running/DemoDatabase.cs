using BiweeklyBudget.Core;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>A throw-away database for <c>--demo</c>: a file in a temporary folder of its own, gone when the program ends.</summary>
internal sealed class DemoDatabase : IDisposable
{
    // Today is the eighth day of the current period, so that there is something behind and something ahead.
    private const int DaysSincePayday = 7;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("biweeklybudget-demo-");
    private BudgetEngine? _engine;

    /// <summary>The value of DB_CONNSTRING.</summary>
    public string ConnectionString => "sqlite:///" + Path.Combine(_folder.FullName, "demo.db");

    /// <summary>The last payday.</summary>
    public DateOnly Payday { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-DaysSincePayday);

    /// <summary>Writes the sample data into the database, which was just created.</summary>
    public Task FillAsync(BudgetEngine engine)
    {
        _engine = engine;
        return engine.WriteDemoAsync(Payday);
    }

    public void Dispose()
    {
        _engine?.CloseConnections();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Another process looks into it; the system cleans its temporary folder.
        }
    }
}
