using System.Text;

namespace BiweeklyBudget.Core.Tests.Statements.Ofx;

/// <summary>Damages OFX files: by bits, bytes, pieces and tags, and by what has broken parsers before. A seed always gives the same file.</summary>
internal sealed class OfxMutator(IReadOnlyList<byte[]> files)
{
    private const int Longest = 64 * 1024;

    private static readonly byte[][] Nasty =
    [
        .. new[]
        {
            "<", ">", "</", "<!", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&", "&a;", "&#0;", "&#xFFFFFFFF;", "&#55357;",
            "<STMTTRN>", "</STMTTRN>", "</OFX>", "<OFX>", "<MEMO/>", "<A B=\"", "<STMTRS>", "</STMTRS>", "<FITID>", "<TRNAMT>99999999999999999999999999999",
            "<TRNAMT>-0.00005", "<DTPOSTED>99991231235959[-24:X]", "<DTPOSTED>00010101[+24:X]", "<UNITS>79228162514264337593543950335<UNITPRICE>10", "<MKTVAL>", "\r", "\n", "\0", "   ",
            "<SEVERITY>ERROR", "<BR/>", "<br>", "<WORD>", "</WORD>", "<CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY>", "<CURRATE>0", "<CORRECTFITID>A1<CORRECTACTION>DELETE", "<TRNAMT>.", "<DTASOF>[", "<BALAMT>None", "</BANKTRANLIST>",
            "ENCODING:UTF-8\n", "CHARSET:437\n", "\uFEFF", "\u00a0", "日本",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x9D], [0xF0, 0x9F, 0x98],
    ];

    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        var file = new List<byte>(files[random.Next(files.Count)]);
        for (var damages = random.Next(1, 5); damages > 0 && file.Count is > 0 and < Longest; damages--)
        {
            Damage(file, random);
        }

        return [.. file];
    }

    private void Damage(List<byte> file, Random random)
    {
        var at = random.Next(file.Count);
        var length = Math.Min(random.Next(1, 40), file.Count - at);
        switch (random.Next(9))
        {
            case 0:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                file[at] = (byte)random.Next(256);
                break;
            case 2:
                file.RemoveRange(at, length);
                break;
            case 3:
                file.InsertRange(at, file.GetRange(random.Next(file.Count - length + 1), length));
                break;
            case 4:
                file.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                break;
            case 5:
                file.InsertRange(at, Enumerable.Repeat(Nasty[random.Next(Nasty.Length)], random.Next(1, 40)).SelectMany(bytes => bytes));
                break;
            case 6:
                file.RemoveRange(at, file.Count - at);
                break;
            case 7:
                var other = files[random.Next(files.Count)];
                file.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray());
                break;
            default:
                RemoveTag(file, at);
                break;
        }
    }

    private static void RemoveTag(List<byte> file, int at)
    {
        var start = file.IndexOf((byte)'<', at);
        var end = start < 0 ? -1 : file.IndexOf((byte)'>', start);
        if (end > start)
        {
            file.RemoveRange(start, end - start + 1);
        }
    }
}
