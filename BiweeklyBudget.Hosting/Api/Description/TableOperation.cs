namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>What tables and their downloads have in common: the server-side protocol of DataTables (spec/http-api.md §5).</summary>
internal static class TableOperation
{
    private const string Protocol = """
        The query speaks the server-side protocol of DataTables. `columns[N][data]` names column N; further ones are named with N = 1, 2, …, and `order[K][column]` with K = 1, 2, … sorts rows that are equal so
        far. Unknown parameters are ignored. A query that breaks the protocol is answered 200 with `error`.
        """;

    /// <summary>Describes a table.</summary>
    /// <typeparam name="TRow">A row as it is written.</typeparam>
    /// <param name="id">Its name in programs.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="summary">A few words.</param>
    /// <param name="searched">What the search looks in.</param>
    /// <param name="columns">The columns that can be sorted by.</param>
    /// <param name="filters">Parameters that choose rows.</param>
    public static Operation Of<TRow>(string id, string chapter, string summary, string searched, IEnumerable<string> columns, params IReadOnlyList<Parameter> filters) => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = Protocol.ReplaceLineEndings(" "),
        Parameters =
        [
            new("draw", Schemas.Count, "A number of the client's own, sent back as it came.", "1", IsRequired: true),
            new("start", Schemas.Count, "How many rows to leave out.", "0", IsRequired: true),
            new("length", Schemas.Count, "Most rows to send; 0 for none, and below 0 for all.", "2", IsRequired: true),
            .. Choosing(searched, columns, filters),
        ],
        Answers = [new Answer(StatusCodes.Status200OK, "The rows, or what is wrong with the query.") { Bodies = [typeof(TableReply<TRow>), typeof(TableError)], HasPlainDays = true }],
    };

    /// <summary>Describes a download of all rows that a table has over its pages.</summary>
    public static Operation OfDownload(string id, string chapter, string summary, string searched, IEnumerable<string> columns, params IReadOnlyList<Parameter> filters) => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = "UTF-8 with a byte order mark, lines end with CRLF, quoted as RFC 4180 has it; the first line names the columns. Amounts have a point and two to four decimals, days are YYYY-MM-DD, times are UTC. "
            + "A text that a spreadsheet would take for a formula has an apostrophe in front.",
        Parameters = Choosing(searched, columns, filters),
        Answers = [Answer.OfText("All rows, whatever their number.", "text/csv"), Answer.Refusal(StatusCodes.Status400BadRequest, "The query sorts by a column that there is not.")],
    };

    private static IReadOnlyList<Parameter> Choosing(string searched, IEnumerable<string> columns, IReadOnlyList<Parameter> filters)
    {
        var names = columns.ToList();
        return
        [
            new("search[value]", Schemas.Text, $"Only rows with this text in {searched}, whatever its case. Less than three characters are ignored."),
            new("columns[0][data]", Schemas.Text, $"Name of column 0, to sort by it: {string.Join(", ", names.Select(name => $"`{name}`"))}.", names[0]),
            new("columns[0][orderable]", Schemas.Flag, "`false` leaves the column out of the order."),
            new("order[0][column]", Schemas.Count, "The column to sort by first.", "0"),
            new("order[0][dir]", Schemas.Text, "`asc`, or `desc` for the greatest first.", "desc"),
            .. filters,
        ];
    }
}
