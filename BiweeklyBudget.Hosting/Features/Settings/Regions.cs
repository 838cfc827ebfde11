using BiweeklyBudget.Core.Money;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>Regions and currencies to choose from, each with what it does. Others can be set where the program is started.</summary>
internal static class Regions
{
    private const decimal Example = 1234.5m;

    private static readonly (string Name, string Words)[] Locales =
    [
        ("cs_CZ", "Czechia"), ("da_DK", "Denmark"), ("de_AT", "Austria"), ("de_CH", "Switzerland, German"), ("de_DE", "Germany"), ("en_AU", "Australia"), ("en_CA", "Canada, English"), ("en_GB", "United Kingdom"),
        ("en_IE", "Ireland"), ("en_IN", "India"), ("en_NZ", "New Zealand"), ("en_US", "United States"), ("en_ZA", "South Africa"), ("es_AR", "Argentina"), ("es_ES", "Spain"), ("es_MX", "Mexico"), ("fi_FI", "Finland"),
        ("fr_BE", "Belgium, French"), ("fr_CA", "Canada, French"), ("fr_CH", "Switzerland, French"), ("fr_FR", "France"), ("he_IL", "Israel"), ("hu_HU", "Hungary"), ("it_IT", "Italy"), ("ja_JP", "Japan"), ("ko_KR", "Korea"),
        ("nb_NO", "Norway"), ("nl_BE", "Belgium, Dutch"), ("nl_NL", "Netherlands"), ("pl_PL", "Poland"), ("pt_BR", "Brazil"), ("pt_PT", "Portugal"), ("ro_RO", "Romania"), ("sk_SK", "Slovakia"), ("sv_SE", "Sweden"),
        ("tr_TR", "Turkey"), ("uk_UA", "Ukraine"), ("zh_CN", "China"),
    ];

    private static readonly (string Code, string Words)[] Currencies =
    [
        ("AUD", "Australian dollar"), ("BRL", "Brazilian real"), ("CAD", "Canadian dollar"), ("CHF", "Swiss franc"), ("CNY", "Chinese yuan"), ("CZK", "Czech koruna"), ("DKK", "Danish krone"), ("EUR", "euro"),
        ("GBP", "British pound"), ("HUF", "Hungarian forint"), ("ILS", "Israeli shekel"), ("INR", "Indian rupee"), ("JPY", "Japanese yen"), ("KRW", "Korean won"), ("MXN", "Mexican peso"), ("NOK", "Norwegian krone"),
        ("NZD", "New Zealand dollar"), ("PLN", "Polish złoty"), ("RON", "Romanian leu"), ("SEK", "Swedish krona"), ("SGD", "Singapore dollar"), ("TRY", "Turkish lira"), ("UAH", "Ukrainian hryvnia"), ("USD", "US dollar"),
        ("ZAR", "South African rand"),
    ];

    /// <summary>Regions by name, each with an amount as it is written there.</summary>
    /// <param name="chosen">The one in force, offered whatever it is.</param>
    /// <param name="currency">The currency of the amounts.</param>
    public static IReadOnlyList<SelectListItem> LocalesFor(string chosen, string currency) =>
    [
        .. With(Locales, chosen).OrderBy(locale => locale.Item2, StringComparer.OrdinalIgnoreCase)
            .Select(locale => new SelectListItem($"{locale.Item2}: {new MoneyFormat(locale.Item1, currency).Format(Example)}", locale.Item1, locale.Item1 == chosen)),
    ];

    /// <summary>Currencies by code.</summary>
    /// <param name="chosen">The one in force, offered whatever it is.</param>
    public static IReadOnlyList<SelectListItem> CurrenciesFor(string chosen) =>
    [
        .. With(Currencies, chosen).OrderBy(currency => currency.Item1, StringComparer.Ordinal)
            .Select(currency => new SelectListItem(currency.Item1 == currency.Item2 ? currency.Item1 : $"{currency.Item1} – {currency.Item2}", currency.Item1, currency.Item1 == chosen)),
    ];

    private static IEnumerable<(string, string)> With((string Name, string Words)[] known, string chosen) => known.Any(item => item.Name == chosen) ? known : known.Append((chosen, chosen));
}
