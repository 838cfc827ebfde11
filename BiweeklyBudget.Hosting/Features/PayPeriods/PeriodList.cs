using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>Periods to be listed.</summary>
/// <param name="Periods">The periods in their order.</param>
/// <param name="Current">Today's period.</param>
internal sealed record PeriodList(IReadOnlyList<PayPeriodFigures> Periods, PayPeriod Current);
