using System.Net;
using BiweeklyBudget.AcceptanceTests.Fixtures;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

public sealed class StaticFilesTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task Every_style_sheet_and_script_of_a_page_has_content_and_comes_from_the_host()
    {
        var window = await OpenAsync(Viewport.Desktop);
        await window.Page.GotoAsync("/");
        var files = await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('link[rel~=stylesheet], script[src], link[rel~=icon], img')].map(e => e.href || e.src)");

        Assert.Contains(files, f => f.Contains(".css", StringComparison.Ordinal));
        Assert.Contains(files, f => f.Contains(".js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.StartsWith(Acceptance.Host.Address.AbsoluteUri, file, StringComparison.Ordinal);
            using var response = await Acceptance.Host.Client.GetAsync(new Uri(file));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }
    }
}
