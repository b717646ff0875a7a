using Crosscheck.Attributions;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>What was found in each sentence, beside the text: who is meant, which day, how much, who says so, what happens, which lines of the ledger rest on it.</summary>
internal sealed class MarginNotes(DossierView view, HtmlBuilder html, DossierArticle article)
{
    private readonly ILookup<(string? In, int Sentence), IFoundItem> _items = article.Mentions.Cast<IFoundItem>()
        .Concat(article.Times).Concat(article.Quantities).Concat(article.Attributions).Concat(article.Events)
        .ToLookup(i => (i.In, DossierView.SentenceAt(article, i.In, i.Start)));

    /// <summary>Whether anything was found in a string, or a line of the ledger rests on it.</summary>
    public bool Any(string part) =>
        Enumerable.Range(0, article.SentencesOf(part).Length).Any(i => _items.Contains((part, i)) || view.ClaimsAt(article.Id, part, i).Count > 0);

    /// <summary>Notes on the sentences that start in a range.</summary>
    public void Write(string? part, TextSpan range)
    {
        var sentences = article.SentencesOf(part);
        var first = Math.Max(0, DossierView.SentenceAt(article, part, range.Start));
        if (first < sentences.Length && sentences[first].Start < range.Start) first++;
        var any = false;
        for (var i = first; i < sentences.Length && sentences[i].Start < range.End; i++)
        {
            if (!_items.Contains((part, i)) && view.ClaimsAt(article.Id, part, i).Count == 0) continue;
            if (!any) html.Open("ul", ("class", "notes"));
            any = true;
            Sentence(part, i);
        }

        if (any) html.Close();
    }

    private void Sentence(string? part, int index)
    {
        using (html.In("li"))
        {
            html.Element("a", "s" + index, ("href", "#" + DossierView.SentenceId(article.Id, part, index)), ("class", "sn"), ("aria-label", $"Sentence {index}"));
            using (html.In("ul"))
            {
                foreach (var claim in view.ClaimsAt(article.Id, part, index))
                {
                    using (html.In("li", ("class", "to-ledger")))
                    {
                        Marks.Shape(html, DossierNames.Of(claim.Standing));
                        html.Element("a", $"{claim.Id}: {Wording.Of(claim.Standing).ToLowerInvariant()}", ("href", "#" + claim.Id));
                    }
                }

                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var item in _items[(part, index)].OrderBy(Rank).ThenBy(i => i.Start)) Note(item, seen);
                Together("times", _items[(part, index)].OfType<DossierTime>().Select(Time));
                Together("names", _items[(part, index)].OfType<DossierMention>().Select(Name));
            }
        }
    }

    private static int Rank(IFoundItem item) => item switch
    {
        DossierAttribution => 0,
        DossierQuantity => 1,
        _ => 2,
    };

    private void Note(IFoundItem item, HashSet<string> seen)
    {
        var (kind, label, text) = item switch
        {
            DossierAttribution q => ("k", "voice", $"{view.Speaker(article, q)} {DossierView.Act(article, q)}" + (q.Kind == AttributionKind.Direct ? ", in quotation" : string.Empty)),
            DossierQuantity n => ("f", n.DerivedFrom is null ? "figure" : "derived", $"{Wording.Value(n)} {Wording.Unit(n)}".TrimEnd() + (n.Counted is { } c ? " — " + DossierView.Words(article, n.In, c) : string.Empty)),
            DossierEvent e => ("e", "event", EventLine(e)),
            _ => (string.Empty, string.Empty, string.Empty),
        };
        if (text.Length == 0 || !seen.Add(kind + text)) return;
        using (html.In("li", ("class", "note-" + kind)))
        {
            html.Element("span", label, ("class", "label")).Text(" ");
            if (item is DossierAttribution said) html.Element("a", text, ("href", "#" + said.Id), ("dir", "auto"));
            else if (item is DossierQuantity figure) html.Element("a", text, ("href", "#" + figure.Id), ("dir", "auto"));
            else html.Element("span", text, ("dir", "auto"));
        }
    }

    /// <summary>Items of one kind on one line, each once.</summary>
    private void Together(string label, IEnumerable<string> items)
    {
        var texts = items.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0) return;
        using (html.In("li"))
        {
            html.Element("span", label, ("class", "label")).Text(" ").Element("span", string.Join("; ", texts), ("dir", "auto"));
        }
    }

    private string Time(DossierTime time) =>
        $"{DossierView.Words(article, time.In, time.Span)} = {(time.Value is { } v ? Wording.Time(v) : "not known: " + time.ValueReason)}{(time.Inferred ? " (inferred)" : string.Empty)}";

    private string Name(DossierMention mention)
    {
        var words = DossierView.Words(article, mention.In, mention.Span);
        if (view.Actor(mention.Actor) is not { } actor) return mention.Form == MentionForm.Name ? words : string.Empty;
        return string.Equals(words, actor.Name, StringComparison.OrdinalIgnoreCase) ? words : $"{words} = {actor.Name}";
    }

    private string EventLine(DossierEvent found)
    {
        var who = view.Actor(found.Actor)?.Name ?? (found.ActorSpan is { } a ? DossierView.Words(article, found.In, a) : null);
        var whom = view.Actor(found.Recipient)?.Name ?? (found.RecipientSpan is { } r ? DossierView.Words(article, found.In, r) : null);
        var type = (found.Type ?? "no type") + (found.Mode is { } mode ? $" ({mode})" : string.Empty) + (found.Cameo is { } cameo ? $" {cameo}" : string.Empty);
        var actors = (who, whom) switch
        {
            ({ } w, { } m) => $"{w} → {m}: ",
            ({ } w, null) => w + ": ",
            (null, { } m) => "→ " + m + ": ",
            _ => string.Empty,
        };
        return $"{actors}{DossierView.Words(article, found.In, found.Trigger)} [{type}], {Wording.Of(found.Factuality)}"
            + (found.Time is { } time ? ", " + Wording.Time(time) : string.Empty) + (found.Place is { } place ? ", " + Wording.OneLine(place) : string.Empty);
    }
}
