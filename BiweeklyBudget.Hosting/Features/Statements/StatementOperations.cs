using System.Net.Mime;
using System.Text;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>What the routes of bank statements are for.</summary>
internal static class StatementOperations
{
    private const string Searched = "name, memo, description and notes, or of this amount";

    private const string ExampleFile = """
        OFXHEADER:100
        DATA:OFXSGML
        VERSION:102
        ENCODING:UTF-8

        <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20170728053000</SONRS></SIGNONMSGSRSV1>
        <BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>11<ACCTID>1111<ACCTTYPE>CHECKING</BANKACCTFROM>
        <BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20170727120000<TRNAMT>-12.34<FITID>2017-0001<NAME>Lunch</STMTTRN></BANKTRANLIST>
        <LEDGERBAL><BALAMT>321.09<DTASOF>20170728</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>

        """;

    private static readonly string[] JsonOrFile = [MediaTypeNames.Application.Json, MediaTypeNames.Multipart.FormData];

    private static Parameter Filter => new("columns[2][search][value]", Schemas.Text, "Only those of the account with this id.");

    private static Field[] Upload =>
    [
        new("acct_id", Schemas.Id, "The account.", IsRequired: true),
        new("filename", Schemas.Text, "The file's name, which no other statement of the account may have.", IsRequired: true) { Longest = 254 },
        new("mtime", Schemas.InstantInput, "When the file was written; null for now. UTC unless it says another zone.", IsRequired: true),
        new("ofx", Schemas.File, "The file's bytes: in base64 in JSON, or as a part that is a file.", IsRequired: true),
    ];

    public static Operation Accounts() => new()
    {
        Id = "listDownloadAccounts",
        Chapter = Chapters.Statements,
        Summary = "List accounts for programs that download statements",
        Text = "By name. Those that have a configuration for downloads.",
        Answers = [Answer.Of<IReadOnlyDictionary<string, DownloadAccountJson>>("The accounts.")],
    };

    public static Operation Add() => new()
    {
        Id = "addStatement",
        Chapter = Chapters.Statements,
        Summary = "Import a statement",
        Text = "An OFX 1.x, OFX 2.x or QFX file of at most 10 MiB. Bank transactions that are there already are brought up to date, not doubled. The body has exactly these keys.",
        Fields = Upload,
        BodyTypes = JsonOrFile,
        Example = ExampleOf("july.ofx"),
        Answers =
        [
            Answer.Of<StatementReply>("Imported.", StatusCodes.Status201Created),
            Answer.Of<StatementReply>("Nothing was saved; `message` says why.", StatusCodes.Status400BadRequest),
            Answer.Of<StatementReply>("Nothing was saved: a statement of this account with this name is there already.", StatusCodes.Status409Conflict),
            Answer.Of<StatementReply>("Nothing was saved: the file is larger than 10 MiB.", StatusCodes.Status413PayloadTooLarge),
        ],
    };

    public static Operation Import() => Add() with
    {
        Id = "importStatement",
        Summary = "Import a statement that can be taken back",
        Text = "The same, with warnings in the answer, and with what is needed to undo it. A file with several statements needs `statement`, the number of the one that is meant, as a further part of a form; and `turn_round`, `true` or `false`, says whether the bank writes expenses as negative, which is remembered in the account.",
        Example = ExampleOf("august.ofx"),
    };

    public static Operation Undo() => new()
    {
        Id = "undoImport",
        Chapter = Chapters.Statements,
        Summary = "Take an import back",
        Text = "Its bank transactions are removed, and those that it changed are as before. Not possible once any of them is reconciled, or changed by a later import.",
        Fields = [new("statement_id", Schemas.Id, "The statement, as the import's answer names it.", IsRequired: true)],
        BodyTypes = [MediaTypeNames.Application.Json],
        Example = """{"statement_id": 10}""",
        Answers = [new(StatusCodes.Status200OK, "Undone, or the reason why not.") { Bodies = [typeof(SavedReply), typeof(RefusedReply)] }],
    };

    public static Operation Find() => new()
    {
        Id = "findBankTransaction",
        Chapter = Chapters.Statements,
        Summary = "Read a bank transaction",
        Text = "With the statement that it came by last.",
        Parameters = [new("account", Schemas.Id, "The account's id, in digits.", "1"), new("fitid", Schemas.Text, "The bank's id of it, percent-encoded; slashes may stand as they are.", "BankOne.0.1")],
        Answers = [Answer.Of<BankTransactionDetailsJson>("The bank transaction."), Answer.Refusal(StatusCodes.Status404NotFound, "There is no such bank transaction.")],
    };

    public static Operation Table() => TableOperation.Of<BankTransactionRowJson>("listBankTransactions", Chapters.Statements, "List bank transactions", Searched, StatementSection.Columns, Filter);

    public static Operation Download() => TableOperation.OfDownload("downloadBankTransactions", Chapters.Statements, "Download bank transactions as CSV", Searched, StatementSection.Columns, Filter);

    private static string ExampleOf(string name) =>
        $$"""{"acct_id": 1, "filename": "{{name}}", "mtime": "2017-07-28T05:30:00Z", "ofx": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(ExampleFile.ReplaceLineEndings("\n")))}}"}""";
}
