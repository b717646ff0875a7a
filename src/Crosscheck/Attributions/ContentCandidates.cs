namespace Crosscheck.Attributions;

/// <summary>Lists what a cue's content may be, in and next to the cue's sentence. Bounded for a sentence of any length.</summary>
internal static class ContentCandidates
{
    /// <summary>Tokens to each side of the cue that are looked at.</summary>
    public const int Reach = 120;

    public static void List(AttributionContext context, int cue, List<ContentCandidate> found)
    {
        found.Clear();
        var number = context.Sentences[cue];
        var sentence = context.SentenceRange(number);
        var window = sentence.Clip(new TokenRange(cue - Reach, cue + Reach + 1));
        var clause = ClauseOf(context, cue);
        Subtrees(context, cue, window, clause, found);
        Complements(context, cue, window, found);
        Quotations(context, cue, window, found);
        Sides(context, cue, window, found);
        if (number + 1 < context.Syntax.Sentences.Length) Neighbour(context, ContentShape.NextSentence, number + 1, found);
        if (number > 0) Neighbour(context, ContentShape.PreviousSentence, number - 1, found);
    }

    /// <summary>The subtree that goes with the cue: its own, or that of the word it marks ("according to the court").</summary>
    public static TokenRange ClauseOf(AttributionContext context, int cue)
    {
        var top = cue;
        for (var steps = 0; steps < 3; steps++)
        {
            var head = context.Tree.Head(top);
            if (head < 0 || context.RelationOf(top) is not ("case" or "mark" or "fixed" or "aux" or "cop")) break;
            top = head;
        }

        return context.Tree.Subtree(top);
    }

    /// <summary>A range without the marks that never belong to a content's edge; a quotation's own marks stay, and come back when only one of the pair is in.</summary>
    public static TokenRange Trim(AttributionContext context, TokenRange range)
    {
        var (first, end) = (range.First, range.End);
        while (first < end && IsLooseMark(context, first)) first++;
        while (end > first && IsLooseMark(context, end - 1)) end--;
        if (end <= first) return TokenRange.None;
        var sentence = context.SentenceRange(context.Sentences[first]);
        if (first > sentence.First && context.Quotations.At(first - 1) is >= 0 and var opened)
        {
            var quotation = context.Quotations.Quotations[opened].Tokens;
            if (quotation.First == first - 1 && end >= quotation.End - 1) first--;
        }

        if (end < context.Count && context.Quotations.At(end) is >= 0 and var closing && context.Quotations.At(end - 1) == closing)
        {
            var quotation = context.Quotations.Quotations[closing].Tokens;
            while (end < quotation.End && context.IsPunctuation(end)) end++;
        }

        return new TokenRange(first, end);
    }

    private static bool IsLooseMark(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "," or ";" or ":" or "." or "—" or "–" or "-" or "--" or "(" or ")" or "[" or "]" or "?" or "!"
        && (context.Quotations.At(token) < 0 || context.Syntax.Form(token) is "," or ";" or ":" or "—" or "–" or "--")
        && !EndsQuotation(context, token);

    /// <summary>The comma of <c>we won,"</c> belongs to the quotation.</summary>
    private static bool EndsQuotation(AttributionContext context, int token)
    {
        var q = context.Quotations.At(token);
        return q >= 0 && context.Quotations.Quotations[q].Tokens.End <= token + 2;
    }

    private static void Add(AttributionContext context, ContentShape shape, int node, TokenRange first, TokenRange second, int cue, List<ContentCandidate> found)
    {
        first = Trim(context, first);
        second = Trim(context, second);
        if (first.Contains(cue) || second.Contains(cue)) return;
        if (first.IsEmpty) (first, second) = (second, TokenRange.None);
        if (!first.IsEmpty) found.Add(new ContentCandidate(shape, node, first, second));
    }

    private static void Subtrees(AttributionContext context, int cue, TokenRange window, TokenRange clause, List<ContentCandidate> found)
    {
        var tree = context.Tree;
        for (var node = window.First; node < window.End; node++)
        {
            if (node == cue || context.IsPunctuation(node)) continue;
            var range = tree.Subtree(node).Clip(window);
            if (!range.Contains(cue))
            {
                // A lone function word is never a content.
                if (range.Count == 1 && !(context.IsNoun(node) || context.IsVerb(node) || context.Xpos(node) is "PRP" or "DT" or "JJ")) continue;
                Add(context, ContentShape.Subtree, node, range, TokenRange.None, cue, found);
                continue;
            }

            var before = new TokenRange(range.First, Math.Min(range.End, clause.First));
            var after = new TokenRange(Math.Max(range.First, clause.End), range.End);
            if (before.IsEmpty && after.IsEmpty) continue;
            if (!before.IsEmpty && !after.IsEmpty)
            {
                Add(context, ContentShape.AroundClause, node, before, after, cue, found);
                Add(context, ContentShape.BeforeClause, node, before, TokenRange.None, cue, found);
                Add(context, ContentShape.AfterClause, node, after, TokenRange.None, cue, found);
            }
            else
            {
                Add(context, before.IsEmpty ? ContentShape.AfterClause : ContentShape.BeforeClause, node, before, after, cue, found);
            }
        }
    }

    private static void Complements(AttributionContext context, int cue, TokenRange window, List<ContentCandidate> found)
    {
        var tree = context.Tree;
        Span<int> after = stackalloc int[6];
        var count = 0;
        var subject = -1;
        for (var child = tree.FirstChild(cue); child >= 0; child = tree.NextSibling(child))
        {
            if (context.RelationOf(child) is "nsubj" or "nsubj:pass" or "csubj") subject = child;
            else if (child > cue && count < after.Length && !context.IsPunctuation(child) && window.Contains(child)) after[count++] = child;
        }

        for (var i = 0; i < count; i++)
        {
            if (subject >= 0) Add(context, ContentShape.SubjectAndComplement, after[i], tree.Subtree(subject).Clip(window), tree.Subtree(after[i]).Clip(window), cue, found);
            for (var j = i + 1; j < count; j++)
            {
                var range = new TokenRange(tree.Subtree(after[i]).First, tree.Subtree(after[j]).End).Clip(window);
                Add(context, ContentShape.Complements, after[i], range, TokenRange.None, cue, found);
            }
        }
    }

    private static void Quotations(AttributionContext context, int cue, TokenRange window, List<ContentCandidate> found)
    {
        TokenRange before = TokenRange.None, after = TokenRange.None;
        var last = -1;
        var parts = 0;
        for (var i = window.First; i < window.End && parts < 6; i++)
        {
            var q = context.Quotations.At(i);
            if (q < 0 || q == last) continue;
            last = q;
            parts++;
            var range = context.Quotations.Quotations[q].Tokens.Clip(window);
            if (range.Contains(cue)) continue;
            if (range.End <= cue) before = before.IsEmpty ? range : new TokenRange(before.First, range.End);
            else after = after.IsEmpty ? range : new TokenRange(after.First, range.End);
            Add(context, ContentShape.Quotation, range.First, range, TokenRange.None, cue, found);
        }

        if (parts > 1) Add(context, ContentShape.AllQuotations, cue, before, after, cue, found);
    }

    /// <summary>What stands before and after the cue's phrase, as commas and quotation marks bound it: for sentences that the parser got wrong.</summary>
    private static void Sides(AttributionContext context, int cue, TokenRange window, List<ContentCandidate> found)
    {
        var left = cue;
        while (left > window.First && !Bounds(context, left - 1)) left--;
        var right = cue + 1;
        while (right < window.End && !Bounds(context, right)) right++;
        var prefix = new TokenRange(window.First, left);
        var suffix = new TokenRange(right, window.End);
        if (!prefix.IsEmpty) Add(context, ContentShape.Prefix, cue, prefix, TokenRange.None, cue, found);
        if (!suffix.IsEmpty) Add(context, ContentShape.Suffix, cue, suffix, TokenRange.None, cue, found);
        if (!prefix.IsEmpty && !suffix.IsEmpty) Add(context, ContentShape.PrefixAndSuffix, cue, prefix, suffix, cue, found);
        if (cue + 1 < window.End) Add(context, ContentShape.Suffix, cue + 1, new TokenRange(cue + 1, window.End), TokenRange.None, cue, found);
    }

    private static bool Bounds(AttributionContext context, int token) =>
        context.Syntax.Form(token) is "," or ":" or ";" or "—" or "–" or "--" or "(" or ")" or "“" or "”" or "\"" or "''" or "``";

    private static void Neighbour(AttributionContext context, ContentShape shape, int sentence, List<ContentCandidate> found)
    {
        var range = Segment(context, sentence);
        if (range.Count > Reach * 4) return;
        range = Trim(context, range);
        if (!range.IsEmpty) found.Add(new ContentCandidate(shape, range.First, range, TokenRange.None));
    }

    /// <summary>What a sentence would give to a content that spreads over it: its quoted words where it has any, else all of it.</summary>
    public static TokenRange Segment(AttributionContext context, int sentence)
    {
        var range = context.SentenceRange(sentence);
        int first = -1, end = -1;
        for (var i = range.First; i < range.End; i++)
        {
            if (context.Quotations.At(i) < 0) continue;
            if (first < 0) first = i;
            end = i + 1;
        }

        return first < 0 ? range : new TokenRange(first, end);
    }
}
