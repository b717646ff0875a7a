using Crosscheck.Text;

namespace Crosscheck.Reports.Html;

/// <summary>
/// A string with what was found in it: each sentence an element with its own address, cut at the edges of all marks in it, so that
/// marks may overlap as they like.
/// </summary>
internal sealed class MarkedText
{
    private readonly DossierArticle _article;
    private readonly string? _part;
    private readonly string _text;
    private readonly List<Mark> _marks = [];
    private readonly List<Mark> _here = [];
    private int _next;

    private readonly record struct Mark(TextSpan Span, string Class, string? Actor);

    public MarkedText(DossierArticle article, string? part)
    {
        _article = article;
        _part = part;
        _text = article.TextOf(part);
        foreach (var q in article.Attributions.Where(q => q.In == part))
        {
            foreach (var span in q.Content) Add(span, "k");
            foreach (var span in q.Source) Add(span, "o");
            foreach (var span in q.Cue) Add(span, "c");
        }

        foreach (var mention in article.Mentions.Where(m => m.In == part)) Add(mention.Span, "n", mention.Actor);
        foreach (var time in article.Times.Where(t => t.In == part)) Add(time.Span, "t");
        foreach (var quantity in article.Quantities.Where(q => q.In == part && q.DerivedFrom is null)) Add(quantity.Span, "f");
        foreach (var found in article.Events.Where(e => e.In == part)) Add(found.Trigger, "e");
        _marks.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    private void Add(TextSpan span, string kind, string? actor = null)
    {
        if (!span.IsEmpty && span.End <= _text.Length) _marks.Add(new Mark(span, kind, actor));
    }

    /// <summary>Writes a range of the string: its sentences with their addresses, and what stands between them. Ranges come in the order of the text.</summary>
    public void Write(HtmlBuilder html, TextSpan range)
    {
        var sentences = _article.SentencesOf(_part);
        var at = range.Start;
        for (var i = Math.Max(0, DossierView.SentenceAt(_article, _part, range.Start)); i < sentences.Length && sentences[i].Start < range.End; i++)
        {
            if (sentences[i].Intersect(range) is not { } shown) continue;
            if (shown.Start > at) Pieces(html, new TextSpan(at, shown.Start));
            // A sentence that a block cuts keeps its address at its first piece.
            var id = shown.Start == sentences[i].Start ? DossierView.SentenceId(_article.Id, _part, i) : null;
            using (html.In("span", ("class", "s"), ("id", id), ("tabindex", id is null ? null : "-1"))) Pieces(html, shown);
            at = shown.End;
        }

        if (at < range.End) Pieces(html, new TextSpan(at, range.End));
    }

    private void Pieces(HtmlBuilder html, TextSpan range)
    {
        _here.RemoveAll(m => m.Span.End <= range.Start);
        for (; _next < _marks.Count && _marks[_next].Span.Start < range.End; _next++)
        {
            if (_marks[_next].Span.End > range.Start) _here.Add(_marks[_next]);
        }

        var edges = new SortedSet<int> { range.Start, range.End };
        foreach (var mark in _here)
        {
            if (mark.Span.Intersect(range) is not { } shown) continue;
            edges.Add(shown.Start);
            edges.Add(shown.End);
        }

        var from = -1;
        foreach (var edge in edges)
        {
            if (from >= 0) Piece(html, new TextSpan(from, edge));
            from = edge;
        }
    }

    private void Piece(HtmlBuilder html, TextSpan span)
    {
        string? kinds = null;
        string? actor = null;
        foreach (var mark in _here)
        {
            if (!mark.Span.Contains(span)) continue;
            if (kinds is null) kinds = mark.Class;
            else if (!kinds.Contains(mark.Class, StringComparison.Ordinal)) kinds += " " + mark.Class;
            actor = mark.Actor ?? actor;
        }

        var text = _text.AsSpan(span.Start, span.Length);
        if (kinds is null)
        {
            html.Text(text);
            return;
        }

        using (html.In("span", ("class", kinds), ("data-actor", actor))) html.Text(text);
    }
}
