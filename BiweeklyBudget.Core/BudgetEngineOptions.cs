using BiweeklyBudget.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core;

/// <summary>How a program sets an engine up (<see cref="EngineServices"/>).</summary>
public sealed class BudgetEngineOptions
{
    /// <summary>The settings; they must be given, with a connection string.</summary>
    public BudgetSettings? Settings { get; set; }

    /// <summary>The clock. Null: the one that the settings freeze, else the program's registered one, else the system's.</summary>
    public TimeProvider? Time { get; set; }

    /// <summary>Further options of every context, for example an interceptor that counts statements.</summary>
    internal Action<DbContextOptionsBuilder>? ConfigureContext { get; set; }
}
