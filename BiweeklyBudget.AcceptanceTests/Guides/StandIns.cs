using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>
/// Programs that the guides' commands find in the place of others of the same name: for what would take minutes, what is built already; ports are those that the system gave, and MariaDB is
/// a server of the test's own. Everything else is what is installed.
/// </summary>
internal static class StandIns
{
    /// <summary>What the address of a server is in the guides.</summary>
    public const string ServerInGuides = "127.0.0.1:3306";

    // Packing and installing are tested by PackagesTests, publishing by ContainerImageTests. Here the two programs are those that were built, and other words than these are none for a stand-in.
    private const string DotNet = """
        #!/usr/bin/env bash
        set -eu
        words="$*"
        last=${!#}
        case "$words" in
          "pack BiweeklyBudget.sln --output "*)
            mkdir -p "$4" && touch "$4"/BiweeklyBudget.{App,Core,Hosting,InitDb}.1.0.0.nupkg ;;
          "tool install --global --prerelease --source "*" BiweeklyBudget."*)
            ls "$6/$last."*.nupkg >/dev/null
            case $last in BiweeklyBudget.App) name=biweeklybudget ;; BiweeklyBudget.InitDb) name=initdb ;; esac
            mkdir -p "$HOME/.dotnet/tools" && ln -s "$GUIDE_PROGRAMS/$name" "$HOME/.dotnet/tools/$name" ;;
          "publish BiweeklyBudget.Hosting -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "*)
            mkdir -p "$last" && ln -s "$GUIDE_HOST"/* "$last" ;;
          "run --project BiweeklyBudget.Hosting -- "*)
            shift 4 && exec "$GUIDE_DOTNET" "$GUIDE_HOST/BiweeklyBudget.Hosting.dll" "$@" ;;
          *)
            exec "$GUIDE_DOTNET" "$@" ;;
        esac
        """;

    // The guides' programs serve at a port that the system chose.
    private const string Curl = """
        #!/usr/bin/env bash
        PATH=${PATH//"$GUIDE_STANDINS":/}
        exec curl "${@//127.0.0.1:8080/127.0.0.1:$(cat "$GUIDE_PORT")}"
        """;

    // A dump that MariaDB's program made of a database of upstream's.
    private const string Dump = """
        #!/usr/bin/env bash
        exec cat "$GUIDE_DUMP"
        """;

    /// <summary>Writes those that are always there.</summary>
    /// <param name="folder">The folder, which is to be first in <c>PATH</c>.</param>
    public static void Write(string folder)
    {
        WriteProgram(folder, "dotnet", DotNet);
        WriteProgram(folder, "curl", Curl);
        WriteProgram(folder, "mariadb-dump", Dump);
    }

    /// <summary>Writes the two programs as installing them would leave them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="server">The server that commands with the guides' address mean; null when there is none.</param>
    public static void WriteInstalled(string folder, MariaDbServer? server)
    {
        foreach (var (name, assembly) in new[] { ("biweeklybudget", Checkout.HostAssembly), ("initdb", Checkout.InitDbAssembly) })
        {
            WriteProgram(folder, name, server is null ? $"""
                #!/usr/bin/env bash
                exec "$GUIDE_DOTNET" "{assembly}" "$@"
                """ : FormattableString.Invariant($$"""
                #!/usr/bin/env bash
                for variable in DB_CONNSTRING TO; do
                  if [[ -n ${!variable:-} ]]; then export "$variable=${!variable//{{ServerInGuides}}/{{server.Host}}:{{server.Port}}}"; fi
                done
                exec "$GUIDE_DOTNET" "{{assembly}}" "$@"
                """));
        }
    }

    /// <summary>The variables that they read.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables(string folder, string programs) =>
    [
        new("GUIDE_STANDINS", folder),
        new("GUIDE_PROGRAMS", programs),
        new("GUIDE_HOST", Path.GetDirectoryName(Checkout.HostAssembly)),
        new("GUIDE_DOTNET", Path.GetFullPath(Checkout.DotNet)),
        new("GUIDE_DUMP", TestData.Fixture("peer-sampledata.sql")),
    ];

    private static void WriteProgram(string folder, string name, string text)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        File.WriteAllText(file, text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
