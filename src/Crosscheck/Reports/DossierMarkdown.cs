using System.Text;
using Crosscheck.Reports.Markdown;

namespace Crosscheck.Reports;

/// <summary>The dossier as Markdown (CommonMark with tables), for pasting into a desk's notes: the claims by standing with their quotations, then figures and what was not read.</summary>
public static class DossierMarkdown
{
    public static void Write(Dossier dossier, Stream stream)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        new MarkdownReport(dossier, output).Write();
    }
}
