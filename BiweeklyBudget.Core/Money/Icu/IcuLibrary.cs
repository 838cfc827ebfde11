using System.Globalization;
using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Money.Icu;

/// <summary>
/// The ICU library that .NET itself uses for cultures, found the way .NET finds it. .NET passes on neither the symbol that a locale
/// has for a foreign currency (CA$ in en_US) nor a currency's number of decimals, and its patterns lack what CLDR knows of
/// grouping, spacing and digits; ICU gives the whole of CLDR.
/// </summary>
internal sealed class IcuLibrary
{
    // Versions with unumf_formatDecimal begin at 62; the upper end leaves room for many years (two versions a year).
    private const int OldestVersion = 62;
    private const int NewestVersion = 150;

    private const string VersionedCommon = "libicuuc.so.";

    private readonly nint _common;
    private readonly nint _formats;
    private readonly string _suffix;

    private IcuLibrary(nint common, nint formats, string suffix)
    {
        _common = common;
        _formats = formats;
        _suffix = suffix;
    }

    /// <summary>Finds the library.</summary>
    /// <returns>The library, which stays loaded.</returns>
    /// <exception cref="PlatformNotSupportedException">There is none on this machine.</exception>
    public static IcuLibrary Load() =>
        (OperatingSystem.IsWindows() ? LoadUnversioned("icu.dll", "icu.dll") ?? LoadUnversioned("icuuc.dll", "icuin.dll")
            : OperatingSystem.IsMacOS() ? LoadUnversioned("libicucore.dylib", "libicucore.dylib")
            : LoadVersioned())
        ?? throw new PlatformNotSupportedException("Amounts of money are formatted by the ICU library, which is not installed. Install your system's package of ICU (libicu, icu-libs).");

    /// <summary>The address of a function, from whichever of the two libraries has it.</summary>
    /// <param name="name">Its name without version.</param>
    /// <returns>The address.</returns>
    public nint Function(string name)
    {
        foreach (var library in (ReadOnlySpan<nint>)[_formats, _common])
        {
            if (NativeLibrary.TryGetExport(library, name + _suffix, out var function) || NativeLibrary.TryGetExport(library, name, out function))
                return function;
        }

        throw new PlatformNotSupportedException($"The installed ICU library has no function {name}; version {OldestVersion} or newer is needed.");
    }

    private static IcuLibrary? LoadUnversioned(string common, string formats) =>
        NativeLibrary.TryLoad(common, out var commonLibrary) && NativeLibrary.TryLoad(formats, out var formatsLibrary)
            ? new IcuLibrary(commonLibrary, formatsLibrary, "")
            : null;

    private static IcuLibrary? LoadVersioned()
    {
        // .NET lets this variable choose among several installed versions (DOTNET_ prefix since .NET 9, CLR_ before).
        var wanted = Environment.GetEnvironmentVariable("DOTNET_ICU_VERSION_OVERRIDE") ?? Environment.GetEnvironmentVariable("CLR_ICU_VERSION_OVERRIDE");
        if (!string.IsNullOrEmpty(wanted) && LoadVersion(wanted) is { } chosen)
            return chosen;

        // .NET has it loaded since it was asked for a culture. To find it anew takes a hundred loads that fail.
        if (LoadedVersion() is { } loaded && LoadVersion(loaded) is { } same)
            return same;

        for (var version = NewestVersion; version >= OldestVersion; version--)
        {
            if (LoadVersion(version.ToString(CultureInfo.InvariantCulture)) is { } library)
                return library;
        }

        return null;
    }

    private static string? LoadedVersion()
    {
        try
        {
            foreach (var line in File.ReadLines("/proc/self/maps"))
            {
                if (line.IndexOf(VersionedCommon, StringComparison.Ordinal) is > 0 and var start)
                    return line[(start + VersionedCommon.Length)..].Split('.')[0];
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not every system that has such libraries tells what is loaded.
        }

        return null;
    }

    private static IcuLibrary? LoadVersion(string version) =>
        NativeLibrary.TryLoad(VersionedCommon + version, out var common) && NativeLibrary.TryLoad("libicui18n.so." + version, out var formats)
            ? new IcuLibrary(common, formats, "_" + version.Split('.')[0])
            : null;
}
