using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>How the database is set up (spec/domain.md §1, process switches).</summary>
public sealed class StorageOptions
{
    /// <summary>Logs every SQL statement, without the values of its parameters (SQL_ECHO).</summary>
    public bool EchoSql { get; set; }

    /// <summary>Logs how long every SQL statement took (SQL_QUERY_PROFILE).</summary>
    public bool ProfileQueries { get; set; }

    /// <summary>Further options of every context, for example an interceptor that counts statements.</summary>
    public Action<IServiceProvider, DbContextOptionsBuilder>? ConfigureContext { get; set; }
}
