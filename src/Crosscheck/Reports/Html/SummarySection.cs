using Crosscheck.Attributions;
using Crosscheck.Claims;

namespace Crosscheck.Reports.Html;

/// <summary>The first screen of a story: what is agreed on, disputed, rests on one origin, is only alleged, differs, is denied, is left out.</summary>
internal sealed class SummarySection(DossierView view, HtmlBuilder html)
{
    private const int Shown = 4;

    public void Write(DossierStory story, string heading)
    {
        if (story.Claims.IsEmpty)
        {
            html.Element("p", "No two sentences of these articles were found to say the same thing, so there is nothing to set side by side.", ("class", "none"));
            using (html.In("div", ("class", "digest"))) Refusals(story, heading);
            return;
        }

        Tally(story);
        using (html.In("div", ("class", "digest")))
        {
            Disputed(story, heading);
            using (html.In("div", ("class", "side")))
            {
                Claims(story, Standing.Corroborated, heading, "by");
                Claims(story, Standing.SingleOrigin, heading, "only from");
                Explanations(story, heading);
            }
        }

        using (html.In("div", ("class", "digest three")))
        {
            Claims(story, Standing.Unconfirmed, heading, "from");
            Differing(story, heading);
            Refusals(story, heading);
            LeftOut(story, heading);
        }

        html.Line();
    }

    private void Tally(DossierStory story)
    {
        using (html.In("ul", ("class", "tally"), ("aria-label", "Claims by standing")))
        {
            foreach (var standing in (Standing[])[Standing.Disputed, Standing.Corroborated, Standing.SingleOrigin, Standing.Unconfirmed, Standing.Updated])
            {
                var count = Ranked(story, standing).Count;
                using (html.In("li", ("class", DossierNames.Of(standing)), ("title", Wording.Meaning(standing))))
                {
                    using (html.In(count > 0 ? "a" : "span", ("href", count > 0 ? $"#{story.Id}-{DossierNames.Of(standing)}" : null), ("class", "count")))
                    {
                        Marks.Shape(html, DossierNames.Of(standing));
                        html.Element("b", count.ToString()).Text(" ").Element("span", Wording.Of(standing));
                    }
                }
            }
        }

        html.Line();
    }

    private void Disputed(DossierStory story, string heading)
    {
        var disputed = Ranked(story, Standing.Disputed);
        using (html.In("section", ("class", "box disputed")))
        {
            Heading(heading, "Disputed", "disputed");
            if (disputed.Count == 0) html.Element("p", "Nothing found that one voice says and another denies.", ("class", "none"));
            foreach (var claim in disputed.Take(3)) Sides(claim);
            More(story, Standing.Disputed, disputed.Count - 3);
        }
    }

    private void Sides(DossierClaim claim)
    {
        var (a, b) = SidesOf(claim);
        using (html.In("div", ("class", "dispute")))
        {
            using (html.In("p", ("class", "point")))
            {
                html.Element("a", Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto"));
                if (claim.Conflicts.FirstOrDefault(c => c.Resolution == ConflictResolution.Disagreement) is { } conflict)
                {
                    html.Text(" ").Element("span", string.IsNullOrEmpty(conflict.Note) ? Wording.Of(conflict.Kind) : conflict.Note, ("class", "note"));
                }
            }

            using (html.In("div", ("class", "sides")))
            {
                Quote(a);
                if (b is not null) Quote(b);
            }
        }
    }

    /// <summary>The two occurrences that stand against each other: those of the first disagreement, else one that asserts and one that denies or doubts.</summary>
    internal static (DossierOccurrence A, DossierOccurrence? B) SidesOf(DossierClaim claim)
    {
        if (claim.Conflicts.FirstOrDefault(c => c.Resolution == ConflictResolution.Disagreement) is { } conflict
            && conflict.A >= 0 && conflict.B >= 0 && conflict.A < claim.Occurrences.Length && conflict.B < claim.Occurrences.Length)
        {
            return (claim.Occurrences[conflict.A], claim.Occurrences[conflict.B]);
        }

        var says = claim.Occurrences.FirstOrDefault(o => o.Stance is Stance.Asserts or Stance.Alleges or Stance.Hedges) ?? claim.Occurrences[0];
        return (says, claim.Occurrences.FirstOrDefault(o => o.Stance is Stance.Denies) ?? claim.Occurrences.FirstOrDefault(o => o.Stance is Stance.Doubts));
    }

    private void Quote(DossierOccurrence occurrence)
    {
        var article = view.Article(occurrence.Article);
        using (html.In("figure", ("class", "side-quote " + DossierNames.Of(occurrence.Stance))))
        {
            using (html.In("figcaption"))
            {
                html.Element("b", Wording.Capital(view.VoiceOf(occurrence)), ("dir", "auto")).Text(" ").Element("span", Wording.Of(occurrence.Stance), ("class", "stance"));
            }

            var sentence = DossierView.SentenceSpan(article, occurrence.In, occurrence.Sentence, occurrence.Span);
            html.Element("blockquote", DossierView.Words(article, occurrence.In, sentence), ("dir", "auto"));
            Citation.Link(html, view, article, DossierView.Anchor(article, occurrence.In, occurrence.Sentence));
        }
    }

    private void Claims(DossierStory story, Standing standing, string heading, string by)
    {
        var claims = Ranked(story, standing);
        using (html.In("section", ("class", "box " + DossierNames.Of(standing))))
        {
            Heading(heading, standing == Standing.SingleOrigin ? "Rests on one origin" : Wording.Of(standing), DossierNames.Of(standing));
            if (claims.Count == 0) html.Element("p", "None found.", ("class", "none"));
            else
            {
                using (html.In("ul", ("class", "lines")))
                {
                    foreach (var claim in claims.Take(Shown))
                    {
                        using (html.In("li"))
                        {
                            html.Element("a", Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto")).Text(" ")
                                .Element("span", Behind(claim, by), ("class", "by"), ("dir", "auto"));
                        }
                    }
                }

                More(story, standing, claims.Count - Shown);
            }
        }
    }

    private void Explanations(DossierStory story, string heading)
    {
        var claims = Interpretations(story);
        if (claims.Count == 0) return;
        using (html.In("section", ("class", "box plain")))
        {
            html.Element(heading, "Explanations and opinions, kept apart");
            using (html.In("ul", ("class", "lines")))
            {
                foreach (var claim in claims.Take(Shown))
                {
                    using (html.In("li")) html.Element("a", Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto")).Text(" ").Element("span", Behind(claim, "from"), ("class", "by"), ("dir", "auto"));
                }
            }

            if (claims.Count > Shown) html.Element("a", $"{claims.Count - Shown} more", ("href", $"#{story.Id}-interpretations"), ("class", "more"));
        }
    }

    private string Behind(DossierClaim claim, string by)
    {
        var origins = claim.Origins.IsEmpty ? claim.Occurrences.Select(o => o.Origin).OfType<string>().Distinct().ToList() : [.. claim.Origins];
        var names = origins.Select(o => view.Origin(o)?.Name).OfType<string>().Select(Wording.OneLine).ToList();
        var outlets = claim.Occurrences.Select(o => view.Outlet(view.Article(o.Article))).Distinct().Count();
        return claim.Standing switch
        {
            Standing.Unconfirmed => $"{by} {Wording.List([.. claim.Occurrences.Select(view.VoiceOf).Distinct(StringComparer.OrdinalIgnoreCase).Take(3)])}",
            Standing.Corroborated => $"{Wording.Count(names.Count, "independent origin")}: {Wording.List(names)}",
            Standing.SingleOrigin when outlets > 1 => $"{by} {Wording.List(names)}, carried by {outlets} outlets",
            _ => $"{by} {Wording.List(names.Count > 0 ? names : [.. claim.Occurrences.Select(view.VoiceOf).Distinct()])}",
        };
    }

    private void Differing(DossierStory story, string heading)
    {
        var conflicts = story.Claims.SelectMany(c => c.Conflicts.Select(k => (Claim: c, Conflict: k)))
            .Where(p => p.Conflict.Kind is ConflictKind.Number or ConflictKind.Date)
            .DistinctBy(p => (p.Conflict.Note.ToUpperInvariant(), p.Conflict.Resolution)).ToList();
        using (html.In("section", ("class", "box figures")))
        {
            Heading(heading, "Figures and dates that differ", "updated");
            if (conflicts.Count == 0) html.Element("p", "None found.", ("class", "none"));
            else
            {
                using (html.In("ul", ("class", "lines")))
                {
                    foreach (var (claim, conflict) in conflicts.Take(Shown))
                    {
                        using (html.In("li"))
                        {
                            html.Element("a", conflict.Note.Length > 0 ? conflict.Note : Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto")).Text(" ")
                                .Element("span", conflict.Resolution == ConflictResolution.Update ? "updated, not a contradiction" : "disagreement", ("class", "by"));
                        }
                    }
                }
            }
        }
    }

    private void Refusals(DossierStory story, string heading)
    {
        using (html.In("section", ("class", "box refusals")))
        {
            Heading(heading, "Denies, declines or is silent", "unconfirmed");
            var lines = new List<(string Text, string Anchor, SortedSet<string> Outlets)>();
            var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var article in story.Articles.Select(view.Article))
            {
                foreach (var attribution in article.Attributions.Where(q => q.Act is SpeechAct.Denies or SpeechAct.Declines or SpeechAct.Silent))
                {
                    var text = AttributionSection.Sentence(view, article, attribution);
                    if (known.TryAdd(text, lines.Count)) lines.Add((text, DossierView.Anchor(article, attribution), new SortedSet<string>(StringComparer.Ordinal)));
                    lines[known[text]].Outlets.Add(view.Outlet(article));
                }
            }

            if (lines.Count == 0) html.Element("p", "None found.", ("class", "none"));
            else
            {
                using (html.In("ul", ("class", "lines")))
                {
                    foreach (var line in lines.Take(Shown + 1))
                    {
                        using (html.In("li"))
                        {
                            html.Element("a", line.Text, ("href", "#" + line.Anchor), ("dir", "auto")).Text(" ")
                                .Element("span", "in " + Wording.List([.. line.Outlets]), ("class", "by"), ("dir", "auto"));
                        }
                    }
                }

                if (lines.Count > Shown + 1) html.Element("a", $"All {lines.Count}, by speaker", ("href", $"#{story.Id}-voices"), ("class", "more"));
            }
        }
    }

    private void LeftOut(DossierStory story, string heading)
    {
        var lines = story.Claims.SelectMany(c => c.LeftOutBy.Select(l => (Claim: c, Out: l))).ToList();
        using (html.In("section", ("class", "box left")))
        {
            Heading(heading, "Not found in", "left-out");
            if (lines.Count == 0) html.Element("p", "No article that covers a part of the story leaves its claims out, as far as dates allow to say.", ("class", "none"));
            else
            {
                using (html.In("ul", ("class", "lines")))
                {
                    foreach (var (claim, left) in lines.Take(Shown))
                    {
                        using (html.In("li"))
                        {
                            var article = view.Article(left.Article);
                            html.Element("b", view.Outlet(article), ("dir", "auto")).Text(": ")
                                .Element("a", Wording.Clause(claim.Text), ("href", "#" + claim.Id), ("dir", "auto")).Text(" ")
                                .Element("span", left.Basis, ("class", "by"));
                        }
                    }
                }
            }
        }
    }

    private void More(DossierStory story, Standing standing, int rest)
    {
        if (rest > 0) html.Element("a", $"{rest} more", ("href", $"#{story.Id}-{DossierNames.Of(standing)}"), ("class", "more"));
    }

    private void Heading(string heading, string text, string mark)
    {
        using (html.In(heading))
        {
            Marks.Shape(html, mark);
            html.Text(text);
        }
    }

    /// <summary>Facts and plans of one standing: by how many origins stand behind it, how many articles carry it, how sure it is.</summary>
    internal static List<DossierClaim> Ranked(DossierStory story, Standing standing) =>
        Ranked(story.Claims.Where(c => c.Standing == standing && c.Kind is (ClaimKind.Fact or ClaimKind.Plan)));

    /// <summary>Explanations and opinions, whatever their standing.</summary>
    internal static List<DossierClaim> Interpretations(DossierStory story) =>
        Ranked(story.Claims.Where(c => c.Kind is ClaimKind.Explanation or ClaimKind.Opinion));

    private static List<DossierClaim> Ranked(IEnumerable<DossierClaim> claims) =>
    [
        .. claims.Where(c => c.Occurrences.Length > 0)
            .OrderByDescending(c => c.Origins.Length)
            .ThenByDescending(c => c.Occurrences.Select(o => o.Article).Distinct().Count())
            .ThenByDescending(c => c.Confidence),
    ];
}
