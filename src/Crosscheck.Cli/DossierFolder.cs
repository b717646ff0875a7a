using Crosscheck.Reports;

namespace Crosscheck.Cli;

/// <summary>Writes a dossier in its forms into a folder.</summary>
internal static class DossierFolder
{
    /// <returns>The path a person should open first.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(Dossier dossier, string folder, string[] formats)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        if (formats.Contains("html")) written.Add(Path.Combine(folder, DossierHtml.Write(dossier, new ReportFolder(folder))[0]));
        if (formats.Contains("json"))
        {
            var path = Path.Combine(folder, "dossier.json");
            using var stream = File.Create(path);
            DossierJson.Write(dossier, stream);
            written.Add(path);
        }

        if (formats.Contains("md"))
        {
            var path = Path.Combine(folder, "dossier.md");
            using var stream = File.Create(path);
            DossierMarkdown.Write(dossier, stream);
            written.Add(path);
        }

        return written.Count > 0 ? written[0] : folder;
    }
}
