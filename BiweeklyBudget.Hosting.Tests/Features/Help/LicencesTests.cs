using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Features.Help;

public sealed class LicencesTests
{
    [Fact]
    public async Task Help_has_the_licence_text_of_everything_that_pages_send_to_the_browser()
    {
        await using var host = await InProcessHost.StartAsync(DatabaseEngine.Sqlite, Household.Sample);
        using var document = new HtmlParser().ParseDocument(await host.PageAsync("/help"));

        var licences = document.QuerySelectorAll("#licences details").ToDictionary(licence => licence.QuerySelector("summary")!.TextContent, licence => licence.TextContent, StringComparer.Ordinal);

        Assert.Equal(["@kurkle/color", "Bootstrap", "Chart.js", "Scalar"], licences.Keys);
        Assert.Contains("The Bootstrap Authors", licences["Bootstrap"], StringComparison.Ordinal);
        Assert.Contains("Chart.js Contributors", licences["Chart.js"], StringComparison.Ordinal);
        Assert.Contains("Jukka Kurkela", licences["@kurkle/color"], StringComparison.Ordinal);
        Assert.Contains("Copyright (c) Scalar", licences["Scalar"], StringComparison.Ordinal);
        Assert.All(licences.Values, text => Assert.Contains("Permission is hereby granted, free of charge", text, StringComparison.Ordinal));
    }
}
