using System.Collections.Concurrent;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The description of the HTTP interface in a browser: below a path, with a strict policy, and without anything from elsewhere.</summary>
public sealed class DescriptionPageTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task The_interface_is_shown_below_the_programs_path_with_nothing_from_elsewhere()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using var host = HostProcess.Launch(Checkout.HostAssembly, RecordedSettings.For(database.Url), "--path-base=/money");
        await host.WaitUntilReadyAsync(HostProcess.StartLimit, "/money/healthz/ready");
        var window = await OpenAsync(host, Viewport.Desktop);
        var asked = new ConcurrentQueue<string>();
        window.Page.Request += (_, request) => asked.Enqueue(request.Url);

        await window.Page.GotoAsync("/money/api/docs");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "BiweeklyBudget" }).First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("Add or change a transaction").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("/money").First).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Add or change a transaction" }).First.ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Add or change a transaction" }).First).ToBeInViewportAsync();
        await Assertions.Expect(window.Page.GetByText("Test Request")).ToHaveCountAsync(0);
        if (Environment.GetEnvironmentVariable("BUDGETTEST_PICTURES") is { Length: > 0 } folder)
        {
            await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "description.png") });
        }

        Assert.Contains(asked, url => url.EndsWith("/money/api/openapi.json", StringComparison.Ordinal));
        Assert.All(asked, url => Assert.True(url.StartsWith(host.Address.ToString(), StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal), url));
    }
}
