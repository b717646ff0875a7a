using System.IO.Compression;
using Crosscheck.Articles.Html;
using Decoder = Crosscheck.Articles.Decoding.Decoder;

namespace Crosscheck.Training.Articles;

/// <summary>Pages kept as <c>ID.html.gz</c>, an id being a host, a hyphen and a hash.</summary>
internal static class PageFiles
{
    public static Page Read(string folder, string id)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(folder, id + ".html.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Page.Parse(Decoder.Decode(bytes.ToArray(), null, true, id).Text);
    }

    /// <summary>A number for the host that the page's name begins with.</summary>
    public static int HostOf(string id)
    {
        var name = id[..id.LastIndexOf('-')];
        var hash = 17;
        foreach (var c in name == "page" || name.StartsWith("web.archive", StringComparison.Ordinal) ? id : name) hash = (hash * 31) + c;
        return hash & 0x7FFFFFFF;
    }
}
