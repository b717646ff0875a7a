using System.Security.Cryptography;
using System.Text;

namespace Crosscheck.Reports.Html;

/// <summary>The style sheet and the script that every page carries, with the hashes by which its policy admits them.</summary>
internal static class Assets
{
    public static string Style { get; } = Read("dossier.css");

    public static string Script { get; } = Read("dossier.js");

    /// <summary>Nothing may be loaded, run or sent but these two.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Hash(Style)}'; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream("Reports/Assets/" + name)
            ?? throw new InvalidOperationException($"The program was built without Reports/Assets/{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
