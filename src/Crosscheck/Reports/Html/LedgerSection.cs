using Crosscheck.Claims;

namespace Crosscheck.Reports.Html;

/// <summary>Every claim of a story with every sentence that carries it, grouped by standing; explanations and opinions kept apart from facts.</summary>
internal sealed class LedgerSection(DossierView view, HtmlBuilder html)
{
    private const int Unfolded = 10;

    private static readonly Standing[] Order = [Standing.Disputed, Standing.Corroborated, Standing.SingleOrigin, Standing.Unconfirmed, Standing.Updated];

    public void Write(DossierStory story, string heading, string below)
    {
        using (html.In("section", ("class", "part ledger"), ("id", story.Id + "-ledger")))
        {
            html.Element(heading, "The ledger");
            html.Element("p", "Every claim with the exact words of everyone who makes, denies or avoids it. It says who says so; it never says what is true.", ("class", "lead"));
            using (html.In("p", ("class", "filter"), ("hidden", "")))
            {
                using (html.In("label"))
                {
                    html.Text("Show only lines with ");
                    html.Open("input", ("type", "search"), ("data-filter", story.Id + "-ledger"), ("autocomplete", "off"));
                }

                html.Element("span", string.Empty, ("role", "status"), ("class", "matches"));
            }

            foreach (var standing in Order)
            {
                var claims = SummarySection.Ranked(story, standing);
                if (claims.Count == 0) continue;
                using (html.In("section", ("class", "standing-group"), ("id", $"{story.Id}-{DossierNames.Of(standing)}")))
                {
                    using (html.In(below, ("class", DossierNames.Of(standing))))
                    {
                        Marks.Shape(html, DossierNames.Of(standing));
                        html.Text(Wording.Of(standing)).Text(" ").Element("small", Wording.Meaning(standing));
                    }

                    Lines(claims);
                }
            }

            var interpretations = SummarySection.Interpretations(story);
            if (interpretations.Count > 0)
            {
                using (html.In("section", ("class", "standing-group"), ("id", story.Id + "-interpretations")))
                {
                    html.Open(below).Text("Explanations and opinions ").Element("small", "Kept apart from facts; those that compete name each other.").Close();
                    Lines(interpretations);
                }
            }
        }

        html.Line();
    }

    /// <summary>The first lines of a standing; the rest folded where there are many.</summary>
    private void Lines(List<DossierClaim> claims)
    {
        var shown = claims.Count > Unfolded + 3 ? Unfolded : claims.Count;
        foreach (var claim in claims.Take(shown)) Claim(claim);
        if (shown == claims.Count) return;
        using (html.In("details", ("class", "rest")))
        {
            html.Element("summary", $"{claims.Count - shown} more");
            foreach (var claim in claims.Skip(shown)) Claim(claim);
        }
    }

    private void Claim(DossierClaim claim)
    {
        using (html.In("article", ("class", "claim"), ("id", claim.Id), ("tabindex", "-1")))
        {
            using (html.In("p", ("class", "claim-text")))
            {
                html.Element("a", claim.Id, ("href", "#" + claim.Id), ("class", "id"), ("aria-label", "Link to claim " + claim.Id));
                html.Text(" ").Element("span", Wording.Clause(claim.Text), ("dir", "auto"));
            }

            using (html.In("p", ("class", "claim-meta")))
            {
                Marks.Standing(html, claim.Standing);
                html.Text(" · ").Text(Wording.Of(claim.Kind)).Text(" · ").Text(Origins(claim)).Text($" · confidence {claim.Confidence:0.00}");
                for (var i = 0; i < claim.Alternatives.Length; i++)
                {
                    html.Text(i == 0 ? " · competes with " : ", ").Element("a", claim.Alternatives[i], ("href", "#" + claim.Alternatives[i]));
                }
            }

            using (html.In("ul", ("class", "occurrences")))
            {
                foreach (var same in claim.Occurrences.GroupBy(Line)) Occurrence([.. same]);
            }

            if (claim.Conflicts.Length > 0 || claim.LeftOutBy.Length > 0)
            {
                using (html.In("ul", ("class", "remarks")))
                {
                    foreach (var conflict in claim.Conflicts)
                    {
                        using (html.In("li"))
                        {
                            html.Element("b", Wording.Of(conflict.Kind)).Text(": ").Element("span", conflict.Note, ("dir", "auto"))
                                .Text(conflict.Resolution == ConflictResolution.Update ? " (a later value of the same origin: an update)" : " (disagreement)");
                        }
                    }

                    foreach (var left in claim.LeftOutBy)
                    {
                        using (html.In("li"))
                        {
                            html.Element("b", "Not found in ").Element("a", view.Outlet(view.Article(left.Article)), ("href", "#" + left.Article), ("dir", "auto"))
                                .Text(" (").Text(left.Basis).Text(")");
                        }
                    }
                }
            }
        }

        html.Line();
    }

    private string Origins(DossierClaim claim)
    {
        var names = claim.Origins.Select(o => view.Origin(o)?.Name).OfType<string>().Select(Wording.OneLine).ToList();
        return names.Count == 0 ? "asserted by none" : $"asserted by {Wording.Count(names.Count, "origin")}: {Wording.List(names)}";
    }

    /// <summary>One voice's words, with every article that prints the same sentence.</summary>
    private void Occurrence(IReadOnlyList<DossierOccurrence> same)
    {
        var first = same[0];
        var voice = view.VoiceOf(first);
        using (html.In("li"))
        {
            using (html.In("p", ("class", "who")))
            {
                var outlets = first.Voice == Voice.Narrated ? [.. same.Select(view.VoiceOf).Distinct(StringComparer.Ordinal)] : (string[])[voice];
                html.Element("b", Wording.Capital(Wording.List(outlets)), ("dir", "auto")).Text(" ")
                    .Element("span", Wording.Of(first.Stance), ("class", "stance " + DossierNames.Of(first.Stance)));
                if (view.Origin(first.Origin) is { } origin && !outlets.Contains(Wording.OneLine(origin.Name)))
                {
                    html.Text(" ").Element("span", $"origin: {Wording.OneLine(origin.Name)} ({Wording.Of(origin.Kind)})", ("class", "by"), ("dir", "auto"));
                }
            }

            Quotation(view.Article(first.Article), first);
            using (html.In("div", ("class", "where")))
            {
                foreach (var occurrence in same)
                {
                    var article = view.Article(occurrence.Article);
                    Citation.Link(html, view, article, DossierView.Anchor(article, occurrence.In, occurrence.Sentence));
                }

                Citation.Write(html, Wording.List([.. same.Select(o => view.Outlet(view.Article(o.Article))).Distinct()]), same.Select(Cited));
            }
        }
    }

    private string Cited(DossierOccurrence occurrence)
    {
        var article = view.Article(occurrence.Article);
        var sentence = DossierView.SentenceSpan(article, occurrence.In, occurrence.Sentence, occurrence.Span);
        return Citation.Of(view, article, occurrence.In, sentence, occurrence.Voice == Voice.Attributed ? view.VoiceOf(occurrence) : null);
    }

    /// <summary>What makes two occurrences one line: the same voice or origin with the same stance in the same words.</summary>
    private (string Voice, Stance Stance, string Words) Line(DossierOccurrence occurrence)
    {
        var article = view.Article(occurrence.Article);
        var words = DossierView.Words(article, occurrence.In, DossierView.SentenceSpan(article, occurrence.In, occurrence.Sentence, occurrence.Span));
        return (occurrence.Voice == Voice.Narrated ? "from " + occurrence.Origin : view.VoiceOf(occurrence), occurrence.Stance, words);
    }

    /// <summary>The whole sentence, the clause in it set off.</summary>
    private void Quotation(DossierArticle article, DossierOccurrence occurrence)
    {
        var sentence = DossierView.SentenceSpan(article, occurrence.In, occurrence.Sentence, occurrence.Span);
        var text = article.TextOf(occurrence.In);
        var clause = sentence.Intersect(occurrence.Span);
        using (html.In("blockquote", ("dir", "auto"), ("lang", article.Language)))
        {
            if (clause is not { } c || sentence.End > text.Length)
            {
                html.Text(DossierView.Words(article, occurrence.In, occurrence.Span));
            }
            else
            {
                html.Text(text.AsSpan(sentence.Start, c.Start - sentence.Start));
                html.Element("mark", text[c.Start..c.End]);
                html.Text(text.AsSpan(c.End, sentence.End - c.End));
            }
        }
    }
}
