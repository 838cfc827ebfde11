using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>
/// Days as the household's region writes them, in texts for people: <c>7/28/2017</c>, <c>28.07.2017</c>. Addresses, fields, files and JSON have them as <see cref="DateText"/> does. Immutable. The browser
/// writes the same by the pattern (wwwroot/bb/js/base.js).
/// </summary>
internal sealed partial class DayFormat
{
    private const string Plain = "yyyy-MM-dd";

    private static readonly ConcurrentDictionary<string, DayFormat> Known = new(StringComparer.Ordinal);

    private DayFormat(string pattern, DayOfWeek firstDay) => (Pattern, FirstDay) = (pattern, firstDay);

    /// <summary>Day, month and year of four digits in the region's order: <c>d</c>, <c>dd</c>, <c>M</c>, <c>MM</c>, <c>yyyy</c> and what stands between them.</summary>
    public string Pattern { get; }

    /// <summary>The day with which weeks begin in calendars.</summary>
    public DayOfWeek FirstDay { get; }

    /// <summary>The format of a region.</summary>
    /// <param name="locale">Its name as browsers take it; the year comes first where the region is not known.</param>
    public static DayFormat Of(string locale) => Known.GetOrAdd(locale, Create);

    /// <summary>A day; empty for null.</summary>
    /// <param name="day">The day.</param>
    public string Text(DateOnly? day) => day?.ToString(Pattern, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day of an instant; empty for null.</summary>
    /// <param name="utc">The instant, UTC.</param>
    public string Text(DateTime? utc) => utc is { } instant ? Text(DateOnly.FromDateTime(instant)) : "";

    /// <summary>An instant to the minute; empty for null.</summary>
    /// <param name="utc">The instant, UTC.</param>
    public string Instant(DateTime? utc) => utc is { } instant ? string.Create(CultureInfo.InvariantCulture, $"{Text(instant)} {instant:HH:mm} UTC") : "";

    /// <summary>A pay period from its first day to its last.</summary>
    /// <param name="period">The period.</param>
    public string Text(PayPeriod period) => $"{Text(period.Start)} to {Text(period.End)}";

    /// <summary>A sentence of the engine, in which days stand as programs write them, for a person. What stands in quotation marks is somebody's text and stays.</summary>
    /// <param name="sentence">The sentence.</param>
    public string InWords(string sentence) => DaysInSentence().Replace(sentence, found => DateOnly.TryParseExact(found.Value, Plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Text(day) : found.Value);

    /// <summary>A day as an element that programs can read as well.</summary>
    /// <param name="day">The day.</param>
    /// <param name="none">What stands there for null.</param>
    public IHtmlContent Tag(DateOnly? day, string none = "")
    {
        if (day is null)
        {
            return new HtmlContentBuilder().Append(none);
        }

        var time = new TagBuilder("time");
        time.Attributes["datetime"] = DateText.Day(day);
        time.InnerHtml.Append(Text(day));
        return time;
    }

    /// <summary>The day of an instant as an element that programs can read as well.</summary>
    /// <param name="utc">The instant, UTC.</param>
    /// <param name="none">What stands there for null.</param>
    public IHtmlContent Tag(DateTime? utc, string none = "") => Tag(utc is { } instant ? DateOnly.FromDateTime(instant) : null, none);

    /// <summary>A pay period, its days as elements that programs can read as well.</summary>
    /// <param name="period">The period.</param>
    public IHtmlContent Tag(PayPeriod period) => new HtmlContentBuilder().AppendHtml(Tag(period.Start)).Append(" to ").AppendHtml(Tag(period.End));

    private static DayFormat Create(string locale)
    {
        try
        {
            var format = CultureInfo.GetCultureInfo(locale).DateTimeFormat;
            return new DayFormat(PatternOf(locale), format.FirstDayOfWeek);
        }
        catch (CultureNotFoundException)
        {
            return new DayFormat(Plain, DayOfWeek.Monday);
        }
    }

    // Periods, bank files and date fields count by the Gregorian calendar, so dates are shown by it in every region.
    private static string PatternOf(string locale)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(locale).Clone();
        if (culture.Calendar is not GregorianCalendar)
        {
            if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
            {
                return Plain;
            }

            culture.DateTimeFormat.Calendar = calendar;
        }

        // A year of two digits is no year; an era, or marks of the direction of writing, are no part of a day.
        var pattern = Years().Replace(Quotes().Replace(Marks().Replace(culture.DateTimeFormat.ShortDatePattern, ""), ""), "yyyy").Replace("/", "'/'", StringComparison.Ordinal).Trim();
        return Usual().IsMatch(pattern) && pattern.Contains('d', StringComparison.Ordinal) && pattern.Contains('M', StringComparison.Ordinal) && pattern.Contains("yyyy", StringComparison.Ordinal) ? pattern : Plain;
    }

    [GeneratedRegex("\"[^\"]*\"|(?<![\\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\\w-])", RegexOptions.None, 1000)]
    private static partial Regex DaysInSentence();

    [GeneratedRegex("y+", RegexOptions.None, 1000)]
    private static partial Regex Years();

    [GeneratedRegex(@"'[^']*'|g+", RegexOptions.None, 1000)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"[\u200e\u200f\u061c]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    // The slash stands in quotes: alone it would mean the separator of the culture that formats.
    [GeneratedRegex(@"^(?:d{1,2}|M{1,2}|yyyy|[-. ]|'/')+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usual();
}
