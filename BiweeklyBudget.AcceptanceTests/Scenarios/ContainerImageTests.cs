using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The container image that the SDK makes of the web app (docs/guide/operate/container.md), on an empty base.</summary>
public sealed class ContainerImageTests
{
    [Fact]
    public async Task The_image_has_the_program_and_runs_it_as_a_user_without_rights()
    {
        var folder = Directory.CreateTempSubdirectory("bbimage-");
        await using var registry = await ScratchRegistry.StartAsync();
        var archive = Path.Combine(folder.FullName, "image.tar.gz");
        await ChildProcess.RunAsync(
            Checkout.DotNet,
            ["publish", "BiweeklyBudget.Hosting", "--configuration", Checkout.Configuration, "--no-build", Checkout.OneProcess, "-target:PublishContainer", "-property:RuntimeIdentifiers=", $"-property:ContainerBaseImage={registry.Image}", $"-property:ContainerArchiveOutputPath={archive}", $"-property:PublishDir={Path.Combine(folder.FullName, "publish")}/"],
            new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1", ["MSBUILDTERMINALLOGGER"] = "off", ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host },
            Checkout.Root,
            TimeSpan.FromMinutes(3));

        var image = Read(archive);
        using var manifest = JsonDocument.Parse(image["manifest.json"]);
        using var description = JsonDocument.Parse(image[manifest.RootElement[0].GetProperty("Config").GetString()!]);
        var run = description.RootElement.GetProperty("config");
        Assert.Equal("1654", run.GetProperty("User").GetString());
        Assert.Equal(["8080/tcp"], run.GetProperty("ExposedPorts").EnumerateObject().Select(port => port.Name));
        Assert.Contains("BiweeklyBudget.Hosting", string.Join(' ', run.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString())), StringComparison.Ordinal);
        var variables = run.GetProperty("Env").EnumerateArray().Select(variable => variable.GetString()).ToList();
        Assert.Contains("ASPNETCORE_URLS=http://0.0.0.0:8080", variables);
        Assert.Contains("XDG_DATA_HOME=/data", variables);

        var contents = manifest.RootElement[0].GetProperty("Layers").EnumerateArray().SelectMany(layer => Read(image[layer.GetString()!])).ToList();
        var files = contents.ConvertAll(file => Path.GetFileName(file.Key));
        Assert.Contains("BiweeklyBudget.Hosting.dll", files);
        Assert.Contains("libe_sqlite3.so", files);
        Assert.DoesNotContain(files, file => file.StartsWith("appsettings", StringComparison.Ordinal));
        await AssertServesAsync(contents, folder.CreateSubdirectory("image").FullName);
        folder.Delete(recursive: true);
    }

    /// <summary>The program of the image has all that it needs: here it has a folder of its own and nothing else.</summary>
    private static async Task AssertServesAsync(List<KeyValuePair<string, byte[]>> contents, string folder)
    {
        foreach (var (path, bytes) in contents)
        {
            var file = Path.Combine(folder, path.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }

        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = HostProcess.Launch(Directory.GetFiles(folder, "BiweeklyBudget.Hosting.dll", SearchOption.AllDirectories).Single(), RecordedSettings.For(database.Url));
        await host.WaitUntilReadyAsync(HostProcess.StartLimit);
        Assert.Contains("2017-07-21", await host.PageAsync("/payperiods"), StringComparison.Ordinal);
        Assert.NotEmpty(await host.PageAsync("/bb/lib/bootstrap.min.css"));
    }

    private static Dictionary<string, byte[]> Read(string archive) => Read(File.ReadAllBytes(archive));

    private static Dictionary<string, byte[]> Read(byte[] archive)
    {
        // Gzip begins with these two bytes; the SDK compresses the layers, and the archive by its name.
        using var content = new MemoryStream(archive);
        using Stream plain = archive is [0x1f, 0x8b, ..] ? new GZipStream(content, CompressionMode.Decompress) : content;
        using var tar = new TarReader(plain);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }
}
