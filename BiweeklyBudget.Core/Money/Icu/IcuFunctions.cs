using System.Runtime.InteropServices;
using System.Text;

namespace BiweeklyBudget.Core.Money.Icu;

/// <summary>
/// The few functions of ICU that money needs, as safe methods. Every text goes in and out as UTF-16 or ASCII; an amount goes in as decimal
/// text and is never a binary number.
/// </summary>
internal static unsafe class IcuFunctions
{
    private const int SymbolName = 0; // UCURR_SYMBOL_NAME
    private const int NarrowSymbolName = 2; // UCURR_NARROW_SYMBOL_NAME
    private const uint AllCurrencies = int.MaxValue; // UCURR_ALL
    private const int BufferOverflow = 15; // U_BUFFER_OVERFLOW_ERROR
    private const int NameCapacity = 157; // ULOC_FULLNAME_CAPACITY

    private static readonly IcuLibrary Library = IcuLibrary.Load();

    private static readonly delegate* unmanaged[Cdecl]<char*, int, byte*, int*, nint> OpenFormatterFunction =
        (delegate* unmanaged[Cdecl]<char*, int, byte*, int*, nint>)Library.Function("unumf_openForSkeletonAndLocale");

    private static readonly delegate* unmanaged[Cdecl]<nint, void> CloseFormatterFunction = (delegate* unmanaged[Cdecl]<nint, void>)Library.Function("unumf_close");

    private static readonly delegate* unmanaged[Cdecl]<int*, nint> OpenResultFunction = (delegate* unmanaged[Cdecl]<int*, nint>)Library.Function("unumf_openResult");

    private static readonly delegate* unmanaged[Cdecl]<nint, void> CloseResultFunction = (delegate* unmanaged[Cdecl]<nint, void>)Library.Function("unumf_closeResult");

    private static readonly delegate* unmanaged[Cdecl]<nint, byte*, int, nint, int*, void> FormatFunction =
        (delegate* unmanaged[Cdecl]<nint, byte*, int, nint, int*, void>)Library.Function("unumf_formatDecimal");

    private static readonly delegate* unmanaged[Cdecl]<nint, char*, int, int*, int> ResultTextFunction =
        (delegate* unmanaged[Cdecl]<nint, char*, int, int*, int>)Library.Function("unumf_resultToString");

    private static readonly delegate* unmanaged[Cdecl]<char*, byte*, int, sbyte*, int*, int*, char*> CurrencyNameFunction =
        (delegate* unmanaged[Cdecl]<char*, byte*, int, sbyte*, int*, int*, char*>)Library.Function("ucurr_getName");

    private static readonly delegate* unmanaged[Cdecl]<char*, int*, int> DecimalsFunction =
        (delegate* unmanaged[Cdecl]<char*, int*, int>)Library.Function("ucurr_getDefaultFractionDigits");

    private static readonly delegate* unmanaged[Cdecl]<uint, int*, nint> OpenCurrenciesFunction =
        (delegate* unmanaged[Cdecl]<uint, int*, nint>)Library.Function("ucurr_openISOCurrencies");

    private static readonly delegate* unmanaged[Cdecl]<nint, int*, int*, byte*> NextFunction =
        (delegate* unmanaged[Cdecl]<nint, int*, int*, byte*>)Library.Function("uenum_next");

    private static readonly delegate* unmanaged[Cdecl]<nint, void> CloseEnumerationFunction = (delegate* unmanaged[Cdecl]<nint, void>)Library.Function("uenum_close");

    private static readonly delegate* unmanaged[Cdecl]<int> CountLocalesFunction = (delegate* unmanaged[Cdecl]<int>)Library.Function("uloc_countAvailable");

    private static readonly delegate* unmanaged[Cdecl]<int, byte*> LocaleFunction = (delegate* unmanaged[Cdecl]<int, byte*>)Library.Function("uloc_getAvailable");

    private static readonly delegate* unmanaged[Cdecl]<byte*, byte*, int, int*, int> AddLikelySubtagsFunction =
        (delegate* unmanaged[Cdecl]<byte*, byte*, int, int*, int>)Library.Function("uloc_addLikelySubtags");

    private static readonly delegate* unmanaged[Cdecl]<byte*, byte*, int, sbyte, int*, int> ToLanguageTagFunction =
        (delegate* unmanaged[Cdecl]<byte*, byte*, int, sbyte, int*, int>)Library.Function("uloc_toLanguageTag");

    /// <summary>Opens a number formatter, which may be used from many threads at once.</summary>
    /// <param name="skeleton">What it does, in ICU's number skeletons.</param>
    /// <param name="locale">The locale.</param>
    /// <returns>The formatter, to be closed.</returns>
    public static nint OpenFormatter(string skeleton, string locale)
    {
        var status = 0;
        nint formatter;
        fixed (char* text = skeleton)
        fixed (byte* name = Ascii(locale))
            formatter = OpenFormatterFunction(text, skeleton.Length, name, &status);

        Check(status);
        return formatter;
    }

    /// <summary>Closes a formatter.</summary>
    /// <param name="formatter">The formatter.</param>
    public static void CloseFormatter(nint formatter) => CloseFormatterFunction(formatter);

    /// <summary>Formats a number.</summary>
    /// <param name="formatter">The formatter.</param>
    /// <param name="number">Digits with an optional minus and point.</param>
    /// <returns>The text.</returns>
    public static string Format(nint formatter, ReadOnlySpan<byte> number)
    {
        var status = 0;
        var result = OpenResultFunction(&status);
        Check(status);
        try
        {
            fixed (byte* digits = number)
                FormatFunction(formatter, digits, number.Length, result, &status);

            Check(status);
            const int usual = 96;
            var buffer = stackalloc char[usual];
            var length = ResultTextFunction(result, buffer, usual, &status);
            if (status != BufferOverflow)
            {
                Check(status);
                return new string(buffer, 0, length);
            }

            status = 0;
            var longer = new char[length];
            fixed (char* text = longer)
                ResultTextFunction(result, text, length, &status);

            Check(status);
            return new string(longer);
        }
        finally
        {
            CloseResultFunction(result);
        }
    }

    /// <summary>A currency's symbol in a locale; the code itself where the locale has none.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="locale">The locale.</param>
    /// <returns>The symbol.</returns>
    public static string Symbol(string currency, string locale) => Name(currency, locale, SymbolName);

    /// <summary>A currency's short symbol in a locale, which may be other currencies' as well: <c>$</c> also for CAD.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="locale">The locale.</param>
    /// <returns>The symbol.</returns>
    public static string NarrowSymbol(string currency, string locale) => Name(currency, locale, NarrowSymbolName);

    /// <summary>The number of decimals of a currency.</summary>
    /// <param name="currency">ISO 4217 code.</param>
    /// <returns>The number, 0 for JPY, 3 for BHD.</returns>
    public static int Decimals(string currency)
    {
        var status = 0;
        int decimals;
        fixed (char* code = currency)
            decimals = DecimalsFunction(code, &status);

        Check(status);
        return decimals;
    }

    /// <summary>All currency codes, those no longer in use among them.</summary>
    /// <returns>ISO 4217 codes.</returns>
    public static IEnumerable<string> Currencies()
    {
        var status = 0;
        var enumeration = OpenCurrenciesFunction(AllCurrencies, &status);
        Check(status);
        var codes = new List<string>();
        try
        {
            for (var code = NextFunction(enumeration, null, &status); code != null; code = NextFunction(enumeration, null, &status))
                codes.Add(Marshal.PtrToStringUTF8((nint)code)!);

            Check(status);
        }
        finally
        {
            CloseEnumerationFunction(enumeration);
        }

        return codes;
    }

    /// <summary>All locales that there is data for.</summary>
    /// <returns>Names such as <c>en_US</c> or <c>zh_Hant_TW</c>.</returns>
    public static IEnumerable<string> Locales()
    {
        var names = new string[CountLocalesFunction()];
        for (var i = 0; i < names.Length; i++)
            names[i] = Marshal.PtrToStringUTF8((nint)LocaleFunction(i))!;

        return names;
    }

    /// <summary>A locale's name with the script and region that it most likely means: <c>zh_TW</c> → <c>zh-Hant-TW</c>.</summary>
    /// <param name="locale">A name of BCP 47 or POSIX form.</param>
    /// <returns>A BCP 47 tag, or null when the name is none.</returns>
    public static string? FullTag(string locale)
    {
        var status = 0;
        var full = stackalloc byte[NameCapacity];
        var tag = stackalloc byte[NameCapacity];
        fixed (byte* name = Ascii(locale))
        {
            // The way over a tag replaces outdated codes: iw is he.
            ToLanguageTagFunction(name, tag, NameCapacity, 1, &status);
            AddLikelySubtagsFunction(tag, full, NameCapacity, &status);
            var length = ToLanguageTagFunction(full, tag, NameCapacity, 1, &status);
            return status > 0 ? null : Encoding.ASCII.GetString(tag, length);
        }
    }

    private static string Name(string currency, string locale, int style)
    {
        int status = 0, length = 0;
        sbyte isChoice = 0;
        fixed (char* code = currency)
        fixed (byte* name = Ascii(locale))
        {
            var symbol = CurrencyNameFunction(code, name, style, &isChoice, &length, &status);
            Check(status);
            return new string(symbol, 0, length);
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text + '\0');

    private static void Check(int status)
    {
        // Negative values are warnings, such as that a locale's data is its language's.
        if (status > 0)
            throw new InvalidOperationException($"ICU answers with error {status}.");
    }
}
