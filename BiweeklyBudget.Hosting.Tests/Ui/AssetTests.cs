using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui.Assets;

namespace BiweeklyBudget.Hosting.Tests.Ui;

public sealed partial class AssetTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    [Fact]
    public async Task Every_file_that_stands_in_the_sources_is_served_with_its_content_and_type()
    {
        foreach (var (address, file) in SourcesByAddress())
        {
            var content = Unpack(await File.ReadAllBytesAsync(file), Path.GetExtension(file) == ".gz" ? "gzip" : null);
            Assert.Equal(content, await ContentAsync(address));
        }
    }

    [Fact]
    public async Task Every_script_and_style_sheet_that_a_view_names_is_served_with_what_it_is_made_of_and_there_is_nothing_else()
    {
        var named = NamedByViews();
        Assert.Contains("bb/js/site.js", named.Keys);
        foreach (var (address, source) in named)
        {
            Assert.Contains(source, Encoding.UTF8.GetString(await ContentAsync(address)), StringComparison.Ordinal);
        }

        Assert.Equal(SourcesByAddress().Keys.Concat(named.Keys).Order(StringComparer.Ordinal), AssetEndpoints.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("br;q=0", null)]
    public async Task A_browser_gets_the_smallest_form_that_it_takes(string accepted, string? encoding)
    {
        using var plain = await (await HostAsync()).GetAsync("/bb/lib/bootstrap.min.css");
        using var response = await SendAsync("/bb/lib/bootstrap.min.css", ("Accept-Encoding", accepted));
        var content = await plain.Content.ReadAsByteArrayAsync();
        var sent = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(content, Unpack(sent, encoding));
        Assert.Equal(sent.Length, response.Content.Headers.ContentLength);
        Assert.Equal(encoding is null, sent.Length == content.Length);
        Assert.Equal(encoding is null, Equals(response.Headers.ETag, plain.Headers.ETag));
        Assert.False(response.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task The_worker_is_allowed_for_the_whole_app_and_nothing_else_is()
    {
        using var worker = await (await HostAsync()).GetAsync("/bb/worker.js");
        using var script = await (await HostAsync()).GetAsync("/bb/js/site.js");

        Assert.Equal("/", Assert.Single(worker.Headers.GetValues("Service-Worker-Allowed")));
        Assert.False(script.Headers.Contains("Service-Worker-Allowed"));
    }

    [Fact]
    public async Task What_is_stored_compressed_is_sent_as_it_is_stored()
    {
        using var response = await SendAsync("/bb/lib/scalar.js", ("Accept-Encoding", "gzip, br"));

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(await File.ReadAllBytesAsync(SourcesByAddress()["bb/lib/scalar.js"]), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task What_a_browser_has_already_is_not_sent_again(string accepted)
    {
        using var first = await SendAsync("/bb/js/site.js", ("Accept-Encoding", accepted));
        using var again = await SendAsync("/bb/js/site.js", ("Accept-Encoding", accepted), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await SendAsync("/bb/js/site.js", ("Accept-Encoding", accepted), ("If-None-Match", "\"another\""));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task What_pages_name_may_be_kept_for_a_year_and_has_another_address_in_another_build()
    {
        using var document = new HtmlParser().ParseDocument(await (await HostAsync()).PageAsync("/budgets"));
        var named = document.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        Assert.True(named.Count > 5);
        foreach (var address in named)
        {
            using var kept = await (await HostAsync()).GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK, "public, max-age=31536000, immutable"), (address, kept.StatusCode, kept.Headers.CacheControl?.ToString()));
        }

        // A page that another build wrote still finds what it names, and keeps it no longer than it has to.
        var site = AssetEndpoints.Versioned("/bb/js/site.js");
        using var old = await (await HostAsync()).GetAsync(site.Replace(site.Split('/')[2], "v0123456789abcdef", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (old.StatusCode, old.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task Head_says_the_length_and_sends_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/bb/icon.svg");
        using var response = await (await HostAsync()).Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/bb/js/nothing.js")]
    [InlineData("/bb/")]
    [InlineData("/bb/css/../../appsettings.json")]
    [InlineData("/bb/features/Payperiods")]
    public async Task What_is_none_of_them_is_not_found(string path)
    {
        using var response = await (await HostAsync()).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static byte[] Unpack(byte[] sent, string? encoding)
    {
        using var packed = new MemoryStream(sent);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static Dictionary<string, string> SourcesByAddress()
    {
        var project = Path.Combine(RepositoryRoot(), "BiweeklyBudget.Hosting");
        var shared = Path.Combine(project, "wwwroot");
        var files = Directory.EnumerateFiles(Path.Combine(shared, "bb")).ToDictionary(file => AddressOf(shared, file), StringComparer.Ordinal);
        files.Add("bb/help/period.png", Path.Combine(RepositoryRoot(), "docs/guide/period.png"));
        files.Add("bb/lib/bootstrap.min.css", Path.Combine(project, "node_modules/bootstrap/dist/css/bootstrap.min.css"));
        files.Add("bb/lib/scalar.js", Path.Combine(project, "obj/scalar/scalar.js.gz"));
        files.Add("bb/lib/chart.umd.min.js", Path.Combine(project, "node_modules/chart.js/dist/chart.umd.min.js"));
        return files;
    }

    // Their addresses, each with the line that the build writes before a source.
    private static Dictionary<string, string> NamedByViews()
    {
        var project = Path.Combine(RepositoryRoot(), "BiweeklyBudget.Hosting");
        var folders = Directory.EnumerateDirectories(Path.Combine(project, "Features")).Select(folder => Path.GetFileName(folder)).ToDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);
        var views = Directory.EnumerateFiles(project, "*.cshtml", SearchOption.AllDirectories).SelectMany(view => NamesInViews().Matches(File.ReadAllText(view)));
        return views.Select(name => name.Groups["name"].Value).Where(name => !name.StartsWith("lib/", StringComparison.Ordinal)).Distinct().ToDictionary(name => "bb/" + name, SourceOf, StringComparer.Ordinal);

        // A list of style sheets is no part of what it is joined to.
        string SourceOf(string name) => name.Split('/') switch
        {
            ["features", var word, var file] when file.EndsWith(".css", StringComparison.Ordinal) => $"/* Features/{folders[word]}/{file} */",
            ["features", "signin", "sign-in.js"] => "// Features/SignIn/passkeys.js",
            ["features", var word, var file] => $"// Features/{folders[word]}/{file}",
            ["css", "pages.css"] => "/* wwwroot/bb/css/site.css */",
            ["css", var file] => $"/* wwwroot/bb/css/{file} */",
            _ => $"// wwwroot/bb/{name}",
        };
    }

    [GeneratedRegex(@"(?:href|src)=""~/bb/(?<name>[^""]+\.(?:js|css))""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamesInViews();

    private async Task<byte[]> ContentAsync(string address)
    {
        using var response = await (await HostAsync()).GetAsync("/" + address);
        var type = Path.GetExtension(address) switch { ".js" => "text/javascript", ".css" => "text/css", ".png" => "image/png", ".webmanifest" => "application/manifest+json", _ => "image/svg+xml" };
        Assert.Equal((address, HttpStatusCode.OK, type), (address, response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static string AddressOf(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BiweeklyBudget.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await (await HostAsync()).Client.SendAsync(request);
    }

    private Task<InProcessHost> HostAsync() => hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
}
