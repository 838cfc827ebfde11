using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>
/// Programs that the guides' commands find in the place of others of the same name: what would take minutes is what this test run has made already, ports are those that the system gave,
/// and MariaDB is a server of the test's own. Everything else is what is installed.
/// </summary>
internal static class StandIns
{
    /// <summary>What the address of a server is in the guides.</summary>
    public const string ServerInGuides = "127.0.0.1:3306";

    // Packing, installing and publishing are tested by PackagesTests, PackageContentsTests and ContainerImageTests. That the command is the one they are tested with, this checks by its words.
    private const string DotNet = """
        #!/usr/bin/env bash
        set -eu
        words="$*"
        last=${!#}
        case "$words" in
          "pack BiweeklyBudget.sln --output "*)
            mkdir -p "$4" && cp "$GUIDE_FEED"/*.nupkg "$4" ;;
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
        PATH=${PATH#"$GUIDE_STANDINS":}
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
    /// <param name="installed">The programs that were installed from the packages, by name.</param>
    /// <param name="server">The server that commands with the guides' address mean; null when there is none.</param>
    public static void WriteInstalled(string folder, IReadOnlyDictionary<string, string> installed, MariaDbServer? server)
    {
        foreach (var (name, program) in installed)
        {
            WriteProgram(folder, name, server is null ? $"""
                #!/usr/bin/env bash
                exec "{program}" "$@"
                """ : FormattableString.Invariant($$"""
                #!/usr/bin/env bash
                for variable in DB_CONNSTRING TO; do
                  if [[ -n ${!variable:-} ]]; then export "$variable=${!variable//{{ServerInGuides}}/{{server.Host}}:{{server.Port}}}"; fi
                done
                exec "{{program}}" "$@"
                """));
        }
    }

    /// <summary>The variables that they read.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables(string folder, string programs, string feed) =>
    [
        new("GUIDE_STANDINS", folder),
        new("GUIDE_PROGRAMS", programs),
        new("GUIDE_FEED", feed),
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
