using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Core.Tests.Projects;

public sealed class ItemFileTests
{
    [Theory]
    [InlineData("Name,Quantity,Unit Cost,URL,Notes,Active\nTile,3,2.5,https://x.example,\"red, big\",no\n")]
    [InlineData("name;quantity;unit_cost;url;notes;is_active\r\nTile;3;2,5;https://x.example;red, big;0")]
    [InlineData("\r\nNotes\tLink\tItem\tPrice\tQty\tActive?\r\n\r\n\"red, big\"\thttps://x.example\t Tile \t2.5000\t3\tFALSE\r\n\t\t\t\t\t\r\n")]
    [InlineData("Name,Quantity,Unit Cost,Line Cost,URL,Notes,Active\r\"Tile\",3,2.50,7.50,https://x.example,\"red, big\",no\r")]
    public void Whatever_separates_and_however_columns_are_called_a_line_says_the_same(string text)
    {
        var file = ItemFile.Read(text);
        Assert.Null(file.Mistake);
        var line = Assert.Single(file.Lines);
        Assert.Equal(("Tile", 3, 2.5m, "https://x.example", "red, big", false), (line.Name, line.Quantity, line.UnitCost, line.Url, line.Notes, line.IsActive));
        Assert.Empty(line.Errors);
    }

    [Fact]
    public void Quotes_lines_within_them_and_what_is_missing_are_read_as_they_are()
    {
        var file = ItemFile.Read("Name,Notes,Quantity,Colour\n\"6\"\" nail\",\"one\ntwo\",,red\n'-shaped,'=1+1\n");
        Assert.Equal([(2, "6\" nail", "one\ntwo", null), (4, "-shaped", "=1+1", (int?)null)], file.Lines.Select(line => (line.Number, line.Name, line.Notes!, line.Quantity)));
        Assert.All(file.Lines, line => Assert.Equal((null, null, null), (line.Url, line.UnitCost, line.IsActive)));
        Assert.Equal(["Colour"], file.Ignored);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\n \n", "The file is empty.")]
    [InlineData("Tile,3\n", "The first line must name the columns")]
    [InlineData("Name,Qty\n", "The file has no items")]
    [InlineData("Name,Qty,Quantity\nTile,1,1\n", "Two columns of the first line mean the same: Qty and Quantity.")]
    [InlineData("Name\nTile\n\"Nail\n", "The quotation mark in line 3 is never closed.")]
    public void A_file_that_is_none_says_what_is_wrong(string text, string mistake) => Assert.StartsWith(mistake, ItemFile.Read(text).Mistake, StringComparison.Ordinal);

    [Fact]
    public void There_is_a_most() => Assert.StartsWith("The file has 5001 items; at most 5000", ItemFile.Read("Name\n" + string.Concat(Enumerable.Repeat("x\n", 5001))).Mistake, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.5", "1", "yes", "Invalid integer value: \"1.5\"")]
    [InlineData("1", "abc", "yes", "Invalid float value: \"abc\"")]
    [InlineData("1", "1.00001", "yes", "Invalid float value: \"1.00001\"")]
    [InlineData("1", "1e3", "yes", "Invalid float value: \"1e3\"")]
    [InlineData("1", "1,5", "yes", "Invalid float value: \"1,5\"")]
    [InlineData("1", "1", "perhaps", "Invalid boolean value: \"perhaps\"")]
    public void A_cell_that_cannot_be_read_is_told_with_its_line(string quantity, string cost, string active, string error)
    {
        var line = Assert.Single(ItemFile.Read($"Name,Quantity,Unit Cost,Active\nTile,{quantity},\"{cost}\",{active}\n").Lines);
        Assert.Equal([error], line.Errors);
    }
}
