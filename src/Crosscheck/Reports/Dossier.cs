using System.Collections.Immutable;
using Crosscheck.Diagnostics;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Reports;

/// <summary>
/// The record of one run as it is published (docs/dossier.md). Items refer to each other by identifiers that are unique in the
/// dossier: d documents, a articles, p actors, q attributions, e events, n quantities, t times, s stories, o origins, c claims.
/// </summary>
public sealed record Dossier(
    string Format,
    string Version,
    ImmutableSortedDictionary<string, string> Models,
    ImmutableArray<DossierDocument> Documents,
    ImmutableArray<DossierArticle> Articles,
    ImmutableArray<DossierActor> Actors,
    ImmutableArray<DossierStory> Stories,
    ImmutableArray<DossierDiagnostic> Diagnostics)
{
    public const string CurrentFormat = "crosscheck-dossier/1";
}

/// <summary>Bytes as received. Identical bytes given twice are one document with two paths.</summary>
public sealed record DossierDocument(
    string Id,
    ImmutableArray<string> Paths,
    string Sha256,
    int Bytes,
    string Encoding,
    string MediaType,
    string? Url,
    string? UrlReason,
    string? Fetched,
    string? FetchedReason,
    string? FetchedBasis,
    string? Container,
    int? HttpStatus,
    string? HttpStatusReason);

/// <summary>A person, organisation, government, place or group across the articles.</summary>
/// <param name="Articles">Articles that mention it.</param>
public sealed record DossierActor(
    string Id, string Name, EntityType Type, ImmutableArray<string> Aliases, ImmutableArray<DossierRole> Roles, ImmutableArray<string> Articles);

/// <summary>What articles call an actor.</summary>
public sealed record DossierRole(string Text, ImmutableArray<string> Articles);

/// <summary>An expected failure. <paramref name="Path"/> is given where no document could be made of it.</summary>
public sealed record DossierDiagnostic(string Code, Severity Severity, string? Document, string? Path, TextSpan? At, string Message);
