using System.Text;

namespace Crosscheck.Tests.Sources;

/// <summary>Records of a WARC file, made by hand.</summary>
internal static class WarcFile
{
    public const string Page = "<!doctype html><title>Bridge closes</title><p>The bridge closes on Tuesday.</p>";

    public static byte[] Record(string type, string block, string fields = "", string version = "1.0", long? length = null) =>
        Record(type, Encoding.UTF8.GetBytes(block), fields, version, length);

    public static byte[] Record(string type, byte[] block, string fields = "", string version = "1.0", long? length = null)
    {
        var head = $"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Date: 2025-03-24T10:11:12Z\r\n{fields}Content-Length: {length ?? block.Length}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Response(string address, byte[] body, string http = "Content-Type: text/html; charset=utf-8\r\n", int status = 200, string fields = "", long? length = null) => Record(
        "response", [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} OK\r\n{http}\r\n"), .. body],
        $"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n{fields}", length: length);

    public static byte[] Response(string address, string body = Page, string http = "Content-Type: text/html; charset=utf-8\r\n", int status = 200, string fields = "", long? length = null) =>
        Response(address, Encoding.UTF8.GetBytes(body), http, status, fields, length);

    public static byte[] Join(params byte[][] records) => [.. records.SelectMany(r => r)];

    /// <summary>Each record a gzip member of its own.</summary>
    public static byte[] Packed(params byte[][] records) => Join([.. records.Select(r => Sources.Packed.Gzip(r))]);
}
