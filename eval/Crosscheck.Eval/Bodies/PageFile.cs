using Crosscheck.Articles.Html;
using Decoder = Crosscheck.Articles.Decoding.Decoder;

namespace Crosscheck.Eval.Bodies;

/// <summary>A saved page: ID.html or ID.html.gz.</summary>
internal static class PageFile
{
    public static string IdOf(string path)
    {
        var name = Path.GetFileName(path);
        return name[..name.LastIndexOf(".html", StringComparison.Ordinal)];
    }

    public static byte[] Bytes(string path)
    {
        using var stream = Lines.Open(path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static Page Parse(string path) => Page.Parse(Decoder.Decode(Bytes(path), null, true, path).Text);
}
