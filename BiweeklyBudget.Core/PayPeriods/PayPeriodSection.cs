using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The pay periods of a book: <c>book.PayPeriods</c>. Which period holds a day, and which comes before or after another, <see cref="BudgetBook.Calendar"/> knows.</summary>
public sealed class PayPeriodSection
{
    private readonly BookSession _session;

    internal PayPeriodSection(BookSession session) => _session = session;

    /// <summary>The current pay period and those after it: what is planned, what was spent, what remains.</summary>
    /// <param name="periods">How many, the current one included; 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The periods in their order; fewer where time ends. However many there are, the database is asked the same number of times.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">Nobody has said yet when payday is: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public Task<IReadOnlyList<PayPeriodFigures>> ForecastAsync(int periods, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        var calendar = _session.Calendar;
        return ForecastAsync(calendar.From(calendar.Containing(_session.Today), periods), cancellationToken);
    }

    /// <summary>Given pay periods, past, current or coming: what is planned, what was spent, what remains.</summary>
    /// <param name="periods">Periods of the book's calendar in their order, at least one, as <see cref="PayCalendar.From"/> gives them. Some may be left out, but all days between the first and the last are read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The same periods with their figures. However many there are, the database is asked the same number of times.</returns>
    /// <exception cref="ArgumentException">There is no period, or one does not begin after the end of the one before it.</exception>
    public Task<IReadOnlyList<PayPeriodFigures>> ForecastAsync(IReadOnlyList<PayPeriod> periods, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0 || periods.Skip(1).Zip(periods, (next, previous) => next.Start <= previous.End).Any(overlaps => overlaps))
        {
            throw new ArgumentException("Pay periods must be given in their order, at least one, none overlapping another.", nameof(periods));
        }

        return _session.ReadAsync((database, token) => new PayPeriodForecast(database, _session.Shared).ReadAsync(periods, _session.Today, token), cancellationToken);
    }

    /// <summary>What is still planned in a pay period and may be what somebody is about to enter: on the same account, with a similar text or an amount that differs by at most a twentieth.</summary>
    /// <param name="query">What is about to be entered.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Open occurrences of scheduled transactions, the likeliest first, at most three; each can be made a transaction instead.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when payday is: <see cref="SettingsSection.IsComplete"/> is false.</exception>
    public async Task<IReadOnlyList<PeriodEntry>> FindPlannedAsync(PlannedQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var figures = await ForecastAsync([_session.Calendar.Containing(query.Day)], cancellationToken).ConfigureAwait(false);
        return PlannedMatch.Of(query, figures[0].Entries);
    }
}
