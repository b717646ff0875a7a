using Crosscheck.Text;

namespace Crosscheck.Diagnostics;

public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>An expected failure as a value: what happened, where, and what the reader can do.</summary>
/// <param name="Code">A code of <see cref="DiagnosticCode"/>, such as <c>CC1203</c>.</param>
/// <param name="Document">Path of the document as given, or null when it concerns the whole run.</param>
/// <param name="At">Offsets in the decoded document (bytes for a document that was not decoded), or null.</param>
public sealed record Diagnostic(string Code, Severity Severity, string? Document, TextSpan? At, string Message);
