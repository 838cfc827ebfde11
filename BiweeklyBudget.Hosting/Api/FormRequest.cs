using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>A submitted form with what the operations that save it need.</summary>
/// <param name="form">The fields.</param>
/// <param name="context">The request.</param>
internal sealed class FormRequest(FormValues form, HttpContext context)
{
    /// <summary>The submitted fields.</summary>
    public FormValues Form { get; } = form;

    /// <summary>The request's database session.</summary>
    public BudgetDbContext Database => context.RequestServices.GetRequiredService<BudgetBook>().Database;

    /// <summary>The clock.</summary>
    public TimeProvider Time => context.RequestServices.GetRequiredService<TimeProvider>();

    /// <summary>The settings.</summary>
    public BudgetSettings Settings => context.RequestServices.GetRequiredService<BudgetSettings>();

    /// <summary>Fires when the sender has gone.</summary>
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>Any other service.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Service<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();
}
