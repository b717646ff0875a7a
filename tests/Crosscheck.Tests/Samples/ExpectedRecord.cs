using System.Text.Json;
using static Crosscheck.Tests.Samples.JsonReading;

namespace Crosscheck.Tests.Samples;

/// <summary>
/// Holds a dossier against <c>expected.json</c>, the record that a careful reader made of the same pages. Every expectation has an
/// id <c>SAMPLE/SECTION/ID</c>; the result is why each failed, or null.
/// </summary>
internal sealed class ExpectedRecord
{
    private readonly JsonElement _dossier;
    private readonly Dictionary<string, JsonElement> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _countOfDocument = new(StringComparer.Ordinal);

    public ExpectedRecord(JsonElement dossier)
    {
        _dossier = dossier;
        foreach (var document in dossier.List("documents"))
        {
            var file = Path.GetFileName(document.Texts("paths")[0]);
            var own = dossier.List("articles").Where(a => a.Text("document") == document.Text("id")).ToList();
            _countOfDocument[file] = own.Count;
            for (var i = 0; i < own.Count; i++)
            {
                _refs[$"{file}#{i + 1}"] = own[i].Text("id")!;
                _articles[own[i].Text("id")!] = own[i];
            }
        }
    }

    public IEnumerable<(string Id, string? Failure)> Check(string sample, JsonElement expected)
    {
        foreach (var section in expected.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (var item in section.Value.EnumerateArray())
            {
                yield return ($"{sample}/{section.Name}/{item.Text("id")}", section.Name switch
                {
                    "articles" => Article(item),
                    "captions" => Caption(item),
                    "stories" => Stories(item),
                    "copies" => Copies(item),
                    "origins" => Origins(item),
                    "actors" => Actors(item),
                    "attributions" => Attributions(item),
                    "events" => Events(item),
                    "times" => Times(item),
                    "figures" => Figures(item),
                    "claims" => Claims(item),
                    "not_linked" => NotLinked(item),
                    "no_left_out" => NoLeftOut(item),
                    _ => $"no check for {section.Name}",
                });
            }
        }
    }

    private string? IdOf(string reference) => _refs.FirstOrDefault(r => r.Key.StartsWith(reference.Split('#')[0], StringComparison.Ordinal) && r.Key.EndsWith('#' + reference.Split('#')[1])).Value;

    private JsonElement? Find(JsonElement item, string name = "article") => IdOf(item.Text(name)!) is { } id ? _articles[id] : null;

    private static string TextOf(JsonElement article, JsonElement layerItem) => layerItem.Text("in") switch
    {
        null => article.Text("text")!,
        "headline" => article.Text("headline")!,
        var caption => article.List("captions").ElementAt(int.Parse(caption[8..])).Text("text")!,
    };

    private static bool Holds(string? text, string? part) => part is null || Plain(text).Contains(Plain(part), StringComparison.OrdinalIgnoreCase);

    private static bool HoldsOne(string? text, string? alternatives) => alternatives is null || alternatives.Split('|').Any(a => Holds(text, a));

    private string? Article(JsonElement want)
    {
        if (Find(want) is not { } have) return "no such article";
        var reference = want.Text("article")!.Split('#')[0];
        var count = _countOfDocument.First(c => c.Key.StartsWith(reference, StringComparison.Ordinal)).Value;
        if (want.Number("of") is { } of && count != (int)of) return $"{count} articles on the page";
        if (want.Has("headline") && Plain(have.Text("headline")) != Plain(want.Text("headline"))) return $"headline '{have.Text("headline")}'";
        if (want.Text("outlet") is { } outlet && (!have.TryGetProperty("outlet", out var o) || o.ValueKind != JsonValueKind.Object || o.Text("name") != outlet)) return $"outlet {(have.Has("outlet") ? have.GetProperty("outlet").ToString() : "none")}";
        foreach (var field in (string[])["published", "modified"])
        {
            if (!want.Has(field)) continue;
            var value = have.TryGetProperty(field, out var at) && at.ValueKind == JsonValueKind.Object && !(at.TryGetProperty("inferred", out var inferred) && inferred.ValueKind == JsonValueKind.True) ? at.Text("value") : null;
            if (value != want.Text(field)) return $"{field} '{value}'";
        }

        if (want.Text("published_basis") is { } basis && have.GetProperty("published").Text("basis") != basis) return $"basis '{have.GetProperty("published").Text("basis")}'";
        var text = Plain(have.Text("text"));
        if (!text.StartsWith(want.Text("starts")!, StringComparison.Ordinal)) return $"starts '{text[..Math.Min(60, text.Length)]}'";
        if (!text.EndsWith(want.Text("ends")!, StringComparison.Ordinal)) return $"ends '{text[Math.Max(0, text.Length - 60)..]}'";
        foreach (var absent in want.Texts("absent"))
        {
            if (text.Contains(absent, StringComparison.Ordinal)) return $"the body holds '{absent}'";
        }

        var notices = have.List("notices").Select(n => n.Text("kind")).ToList();
        if (want.Texts("notices").FirstOrDefault(n => !notices.Contains(n)) is { } notice) return $"no notice {notice}, but {string.Join(",", notices)}";
        var furniture = have.List("furniture").Select(f => f.Text("kind")).ToList();
        if (want.Texts("furniture").FirstOrDefault(f => !furniture.Contains(f)) is { } missing) return $"no furniture {missing}";
        if (want.Number("captions") is { } captions && have.List("captions").Count() != (int)captions) return $"{have.List("captions").Count()} captions";
        return want.Texts("authors").Except(have.Texts("authors")).FirstOrDefault() is { } author ? $"no author {author}" : null;
    }

    private string? Caption(JsonElement want) =>
        Find(want) is { } have && have.List("captions").Any(c => Holds(c.Text("credit"), want.Text("credit")) && (want.Text("date") is not { } date || c.Text("date") == date))
            ? null
            : "no such caption";

    private string? StoryOf(string reference) =>
        _dossier.List("stories").FirstOrDefault(s => s.Texts("articles").Contains(IdOf(reference))) is { ValueKind: JsonValueKind.Object } story ? story.Text("id") : null;

    private string? Stories(JsonElement want)
    {
        var together = want.Texts("together").Select(StoryOf).Distinct().ToList();
        if (together.Count > 1 || together.Contains(null)) return $"in stories {string.Join(",", together)}";
        var apart = want.Texts("apart").Select(StoryOf).ToList();
        return apart.Distinct().Count() < apart.Count ? "in one story" : null;
    }

    private string? Copies(JsonElement want)
    {
        var (a, b) = (IdOf(want.Text("a")!), IdOf(want.Text("b")!));
        var relation = _dossier.List("stories").SelectMany(s => s.List("copies"))
            .Where(c => (c.Text("a") == a && c.Text("b") == b) || (c.Text("a") == b && c.Text("b") == a)).Select(c => c.Text("relation")).FirstOrDefault();
        var wanted = want.GetProperty("relation").EnumerateArray().Select(r => r.ValueKind == JsonValueKind.Null ? null : r.GetString());
        return wanted.Contains(relation) ? null : $"relation {relation ?? "none"}";
    }

    private string? Origins(JsonElement want)
    {
        var articles = want.Texts("articles").Select(IdOf).ToHashSet();
        return _dossier.List("stories").SelectMany(s => s.List("origins"))
            .Any(o => o.Text("kind") == want.Text("kind") && HoldsOne(o.Text("name"), want.Text("name")) && articles.IsSubsetOf(o.Texts("articles")))
            ? null
            : "no such origin";
    }

    private string? Actors(JsonElement want)
    {
        foreach (var actor in _dossier.List("actors"))
        {
            var names = actor.Texts("aliases").Append(actor.Text("name")!).Select(Plain).ToList();
            if (want.Texts("names").Any(n => !names.Any(x => x.Equals(n, StringComparison.OrdinalIgnoreCase) || x.EndsWith(' ' + n, StringComparison.OrdinalIgnoreCase) || x.Equals("the " + n, StringComparison.OrdinalIgnoreCase)))) continue;
            if (want.Text("type") is { } type && actor.Text("type") != type) continue;
            var roles = actor.List("roles").Select(r => r.Text("text")).ToList();
            if (want.Texts("roles").Any(r => !roles.Any(x => Holds(x, r)))) continue;
            return null;
        }

        return "no such actor";
    }

    private string? Attributions(JsonElement want)
    {
        if (Find(want) is not { } article) return "no such article";
        var near = "none with that content";
        foreach (var q in article.List("attributions"))
        {
            var text = TextOf(article, q);
            var (source, cue, content) = (q.Slice("source", text), q.Slice("cue", text), q.Slice("content", text));
            if (!Holds(content, want.Text("content")) || !Holds(cue, want.Text("cue"))) continue;
            near = $"'{source}' {cue}: act {q.Text("act")}, kind {q.Text("kind")}, hedged {(q.TryGetProperty("hedged", out var h) ? h.ToString() : "-")}";
            if (want.Has("source") && want.Text("source") is null ? source.Length > 0 : !Holds(source, want.Text("source"))) continue;
            if (want.Text("act") is { } act && q.Text("act") != act) continue;
            if (want.Text("kind") is { } kind && q.Text("kind") != kind) continue;
            if (want.Has("hedged") && (!q.TryGetProperty("hedged", out var hedged) || hedged.ValueKind != want.GetProperty("hedged").ValueKind)) continue;
            if (want.Text("addressee") is { } addressee && !NameOf(q.Text("addressee")).Any(n => Holds(n, addressee))) continue;
            return null;
        }

        return near;
    }

    private IEnumerable<string> NameOf(string? actor) =>
        _dossier.List("actors").Where(a => a.Text("id") == actor).SelectMany(a => a.Texts("aliases").Append(a.Text("name")!));

    private string? Events(JsonElement want)
    {
        if (Find(want) is not { } article) return "no such article";
        var near = "no such trigger";
        foreach (var e in article.List("events"))
        {
            if (e.Slice("trigger", TextOf(article, e)) != want.Text("trigger")) continue;
            near = $"factuality {e.Text("factuality")}, actor {string.Join("/", NameOf(e.Text("actor")))}, recipient {string.Join("/", NameOf(e.Text("recipient")))}, time {e.Text("time")}";
            if (want.Text("factuality") is { } factuality && e.Text("factuality") != factuality) continue;
            if (want.Text("actor") is { } actor && !NameOf(e.Text("actor")).Any(n => Holds(n, actor))) continue;
            if (want.Text("recipient") is { } recipient && !NameOf(e.Text("recipient")).Any(n => Holds(n, recipient))) continue;
            if (want.Text("time") is { } time && e.Text("time") != time) continue;
            return null;
        }

        return near;
    }

    private string? Times(JsonElement want)
    {
        if (Find(want) is not { } article) return "no such article";
        var values = article.List("times").Where(t => Holds(t.Slice("span", TextOf(article, t)), want.Text("text"))).ToList();
        return values.Any(t => t.Text("value") == want.Text("value") && (!want.Has("inferred") || (t.TryGetProperty("inferred", out var i) && i.ValueKind == JsonValueKind.True)))
            ? null
            : $"values {string.Join(",", values.Select(t => t.Text("value") ?? "null"))}";
    }

    private string? Figures(JsonElement want)
    {
        if (Find(want) is not { } article) return "no such article";
        var near = "no such figure";
        foreach (var f in article.List("quantities"))
        {
            var text = TextOf(article, f);
            var derived = f.TryGetProperty("derived_from", out var from) && from.ValueKind != JsonValueKind.Null;
            if (derived != want.Has("derived")) continue;
            if (!derived && Plain(f.Slice("span", text)) is var words && !words.StartsWith(Plain(want.Text("text")), StringComparison.OrdinalIgnoreCase) && !words.EndsWith(Plain(want.Text("text")), StringComparison.OrdinalIgnoreCase)) continue;
            if (want.Has("value") && want.Number("value") is var value && !(value is null ? f.Number("value") is null : Math.Abs((f.Number("value") ?? double.NaN) - value.Value) <= (want.Number("within") ?? 0))) continue;
            near = $"value {f.Number("value")}, modifier {f.Text("modifier")}, unit {f.Text("unit")}, counted '{f.Slice("counted", text)}', per {f.Text("per")}";
            if (want.Number("low") is { } low && f.Number("low") != low) continue;
            if (want.Text("modifier") is { } modifier && f.Text("modifier") != modifier) continue;
            if (want.Text("unit") is { } unit && f.Text("unit") != unit) continue;
            if (want.Text("per") is { } per && f.Text("per") != per) continue;
            if (want.Text("counted") is { } counted && !HoldsOne(f.Slice("counted", text), counted)) continue;
            if (want.Text("as_of") is { } asOf && !Holds(f.Slice("as_of_span", text), asOf)) continue;
            if (want.Text("said_by") is { } said && !NameOf(f.Text("said_by")).Any(n => Holds(n, said))) continue;
            if (want.Text("change") is { } change && f.Text("change") != change) continue;
            return null;
        }

        return near;
    }

    /// <summary>Occurrences of a claim that stand on given words of an article.</summary>
    private List<JsonElement> On(JsonElement claim, JsonElement want)
    {
        if (Find(want) is not { } article || Plain(article.Text("text")).IndexOf(Plain(want.Text("words")), StringComparison.Ordinal) is not (>= 0 and var start)) return [];
        var end = start + want.Text("words")!.Length;
        return [.. claim.List("occurrences").Where(o => o.Text("article") == article.Text("id") && o.Text("in") is null && o.Span("span") is { } s && s.Start < end && start < s.End)];
    }

    private string? Claims(JsonElement want)
    {
        var near = "no claim links these sentences";
        foreach (var claim in _dossier.List("stories").SelectMany(s => s.List("claims")))
        {
            var found = want.List("occurrences").Select(o => (Want: o, Have: On(claim, o))).ToList();
            if (found.Any(f => f.Have.Count == 0)) continue;
            near = $"linked: standing {claim.Text("standing")}, kind {claim.Text("kind")}, stances {string.Join(",", found.SelectMany(f => f.Have).Select(o => o.Text("stance")))}, left out by {string.Join(",", claim.List("left_out_by").Select(l => l.Text("article")))}";
            if (found.Any(f => f.Want.Text("stance") is { } stance && f.Have.All(o => o.Text("stance") != stance))) continue;
            if (want.Text("standing") is { } standing && claim.Text("standing") != standing) continue;
            if (want.Text("kind") is { } kind && claim.Text("kind") != kind) continue;
            if (want.List("conflicts").Any(w => !claim.List("conflicts").Any(c => c.Text("kind") == w.Text("kind") && (w.Text("resolution") is not { } r || c.Text("resolution") == r)))) continue;
            if (want.Texts("left_out_by").Select(IdOf).Any(id => !claim.List("left_out_by").Any(l => l.Text("article") == id))) continue;
            return null;
        }

        return near;
    }

    private string? NotLinked(JsonElement want) =>
        _dossier.List("stories").SelectMany(s => s.List("claims")).FirstOrDefault(c => On(c, want.GetProperty("a")).Count > 0 && On(c, want.GetProperty("b")).Count > 0) is { ValueKind: JsonValueKind.Object } claim
            ? $"one claim holds both: {claim.Text("text")}"
            : null;

    private string? NoLeftOut(JsonElement want) =>
        Find(want) is { } article && _dossier.List("stories").SelectMany(s => s.List("claims")).SelectMany(c => c.List("left_out_by")).Any(l => l.Text("article") == article.Text("id"))
            ? "accused of leaving something out"
            : null;
}
