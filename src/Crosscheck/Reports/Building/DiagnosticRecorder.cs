using System.Collections.Immutable;
using Crosscheck.Diagnostics;

namespace Crosscheck.Reports.Building;

/// <summary>Every diagnostic of the run once: of the run, of its documents, of its articles.</summary>
internal static class DiagnosticRecorder
{
    public static ImmutableArray<DossierDiagnostic> Record(Findings findings, DocumentIndex documents)
    {
        var all = findings.Diagnostics
            .Concat(findings.Documents.SelectMany(d => d.Diagnostics))
            .Concat(findings.Articles.SelectMany(a => a.Diagnostics))
            .Distinct()
            .Select(d => Record(d, documents));
        return
        [
            .. all.OrderBy(d => documents.OrderOf(d.Document))
                .ThenBy(d => d.Path, StringComparer.Ordinal)
                .ThenBy(d => d.At?.Start ?? -1)
                .ThenBy(d => d.Code, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal),
        ];
    }

    private static DossierDiagnostic Record(Diagnostic diagnostic, DocumentIndex documents)
    {
        var document = documents.AtPath(diagnostic.Document);
        return new DossierDiagnostic(
            diagnostic.Code, diagnostic.Severity, document, document is null ? diagnostic.Document : null, diagnostic.At, diagnostic.Message);
    }
}
