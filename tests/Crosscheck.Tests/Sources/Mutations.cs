namespace Crosscheck.Tests.Sources;

/// <summary>Changes bytes the way broken files are: flips, cuts, repeats, swaps, the tokens that formats turn on, and the way hostile ones are (<see cref="HostileText"/>). Equal seeds give equal bytes.</summary>
internal static class Mutations
{
    private static readonly string[] Tokens =
    [
        "<", ">", "&", "\"", "'", "</", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "<item>", "</item>", "<entry>", "\r\n\r\n", "\n\n", "\0", "WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n",
        "HTTP/1.1 200 OK\r\n", "--x", "--x--", "=", "=\r\n", "&#x110000;", "&#0;", "\uFEFF", "\uD83D\uDE00", "-- ENDS --\n", "2025-03-24", "0000-00-00", "99999999999999999999", "<time datetime='9999-12-31'>", "<article>", "</article>",
    ];

    public static byte[] Of(byte[] bytes, Random random)
    {
        var changed = new List<byte>(bytes);
        for (var i = random.Next(1, 12); i > 0 && changed.Count > 0; i--)
        {
            var at = random.Next(changed.Count);
            var length = Math.Min(random.Next(1, 200), changed.Count - at);
            switch (random.Next(10))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(random.Next(changed.Count), changed.GetRange(at, length));
                    break;
                case 3:
                    changed.RemoveRange(at, changed.Count - at);
                    break;
                case 4:
                    for (var times = random.Next(1, 40); times > 0; times--) changed.InsertRange(at, changed.GetRange(at, Math.Min(length, changed.Count - at)));
                    break;
                case 5:
                    changed.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                default:
                    HostileText.Change(changed, random);
                    break;
            }
        }

        return [.. changed];
    }
}
