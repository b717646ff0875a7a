using Crosscheck.Analysis;
using Crosscheck.Articles;
using Crosscheck.Attributions;
using Crosscheck.Language;
using Crosscheck.Stories;
using Crosscheck.Text;

namespace Crosscheck.Claims;

/// <summary>
/// Cuts the bodies of a story into clauses: what is said inside an attribution (not the saying), and what the outlet narrates itself,
/// coordinated predicates apart. Sentences that ask or demand carry no claim.
/// </summary>
internal sealed class ClauseReader
{
    /// <summary>Words of the least clause that says anything.</summary>
    private const int LeastWords = 4;

    private readonly Story _story;
    private readonly Grouping _grouping;
    private readonly int[] _originOf;
    private readonly Dictionary<int, int> _voiceOrigin = [];

    public ClauseReader(Story story, Grouping grouping, int articles)
    {
        (_story, _grouping) = (story, grouping);
        _originOf = new int[articles];
        for (var o = 0; o < story.Origins.Length; o++)
        {
            if (story.Origins[o] is { Kind: OriginKind.Voice, Actor: { } actor }) _voiceOrigin[actor] = o;
            else foreach (var article in story.Origins[o].Articles) _originOf[article] = o;
        }
    }

    /// <summary>Clauses of an article in the order of its text, at most <paramref name="limit"/>: the first ones.</summary>
    public List<Clause> Read(int index, AnalyzedArticle article, int limit)
    {
        var clauses = new List<Clause>();
        var body = article.Body;
        var named = VoiceOrigins.NamedActors(article);
        var attributionsOf = BySentence(body);
        for (var s = 0; s < body.Syntax.Sentences.Length && clauses.Count < limit; s++)
        {
            var sentence = body.Syntax.Sentences[s];
            // A subheading announces what the text tells; it says nothing itself.
            if (IsSubheading(article, sentence.Span)) continue;
            var covered = new List<TextSpan>();
            foreach (var i in attributionsOf[s])
            {
                var attribution = body.Attributions[i];
                covered.AddRange(attribution.Source);
                covered.AddRange(attribution.Cue);
                covered.AddRange(attribution.Content);
                if (Said(attribution, sentence.Span) is not { } span || IsWrapper(body, i, span) || IsEcho(body, i)) continue;
                span = WithoutThat(body.Text, span);
                foreach (var piece in Coordination.Split(body.Syntax, span))
                {
                    if (Attributed(index, article, s, piece, i, named) is { } clause) clauses.Add(clause);
                }
            }

            foreach (var rest in Uncovered(sentence.Span, covered))
            {
                var whole = covered.Count == 0;
                var span = Edges(body.Text, rest);
                if (!whole && !HoldsVerb(body.Syntax, span)) continue;
                if (WordsIn(body.Text, span) < (whole ? LeastWords : LeastWords + 2)) continue;
                if (IsFrame(body.Text, span)) continue;
                foreach (var piece in Coordination.Split(body.Syntax, span)) clauses.Add(Narrated(index, article, s, piece));
            }
        }

        if (clauses.Count > limit) clauses.RemoveRange(limit, clauses.Count - limit);
        clauses.Sort((x, y) => x.Span.CompareTo(y.Span));
        return Once(clauses);
    }

    /// <summary>Of clauses that mostly share their words, the one that takes a stand, else the surer one.</summary>
    private static List<Clause> Once(List<Clause> clauses)
    {
        var kept = new List<Clause>(clauses.Count);
        foreach (var clause in clauses)
        {
            var at = kept.FindLastIndex(k => k.Sentence == clause.Sentence && IsAnswer(k) == IsAnswer(clause) && k.Span.Intersect(clause.Span) is { } shared && 10 * shared.Length > 7 * Math.Min(k.Span.Length, clause.Span.Length));
            if (at < 0) kept.Add(clause);
            else if (Weight(clause) > Weight(kept[at])) kept[at] = clause;
        }

        return kept;

        static bool IsAnswer(Clause clause) => clause.Stance is Stance.Declines or Stance.Silent;

        static double Weight(Clause clause) => clause.Confidence + (clause.Stance is Stance.Asserts or Stance.Hedges ? 0 : 1) + (clause.Named ? 0.3 : 0);
    }

    private Clause? Attributed(int index, AnalyzedArticle article, int sentence, Coordination.Piece piece, int attribution, HashSet<int> named)
    {
        var body = article.Body;
        var said = body.Attributions[attribution];
        if (said.Act is SpeechAct.Demands or SpeechAct.Asks) return null;
        var about = said.Act is SpeechAct.Declines or SpeechAct.Silent;
        if (!about && said.Act != SpeechAct.Denies && WordsIn(body.Text, piece.Span) < LeastWords) return null;
        if (!about && body.Text[piece.Span].TrimEnd().EndsWith("?")) return null;

        var local = attribution < body.Actors.Attributions.Length ? body.Actors.Attributions[attribution].Speaker : null;
        int? speaker = local is { } l && l < _grouping.ActorOf[index].Length ? _grouping.ActorOf[index][l] : null;
        var isNamed = local is { } n && named.Contains(n);
        var text = TextOf(body, piece);
        var words = WordScanner.Scan(body.Text.Slice(piece.Span));
        var stance = StanceOf(said, words);
        var origin = isNamed && speaker is { } actor && _voiceOrigin.TryGetValue(VoiceOrigins.SpeaksFor(actor, _grouping.Actors), out var voice) ? voice : _originOf[index];
        var key = isNamed ? $"actor {VoiceOrigins.SpeaksFor(speaker!.Value, _grouping.Actors)}"
            : said.Source.IsEmpty ? $"unnamed {index}" : $"unnamed {index} {body.Text.Slice(said.Source[0])}";
        var kind = said.Act == SpeechAct.Promises ? ClaimKind.Plan : KindOf(words, stance, article);
        return new Clause(index, piece.Span, sentence, text, attribution, speaker, isNamed, said.Inside is not null, origin, key, stance, kind, said.Confidence)
        {
            Predicate = ClauseShape.Predicate(body.Syntax, piece.Span),
        };
    }

    private Clause Narrated(int index, AnalyzedArticle article, int sentence, Coordination.Piece piece)
    {
        var words = WordScanner.Scan(article.Body.Text.Slice(piece.Span));
        var stance = words.Exists(w => ClaimLexicon.Hedges.Contains(w.Hash)) ? Stance.Hedges : Stance.Asserts;
        return new Clause(
            index, piece.Span, sentence, TextOf(article.Body, piece), null, null, Named: false, Hearsay: false, _originOf[index],
            $"origin {_originOf[index]}", stance, KindOf(words, stance, article), 0.9)
        {
            Predicate = ClauseShape.Predicate(article.Body.Syntax, piece.Span),
        };
    }

    private static bool IsSubheading(AnalyzedArticle article, TextSpan sentence)
    {
        foreach (var block in article.Article.Blocks)
        {
            if (block.Kind == BlockKind.Subheading && block.Span.Contains(sentence)) return true;
        }

        return false;
    }

    private static Stance StanceOf(Attribution said, List<ScannedWord> words) => said.Act switch
    {
        SpeechAct.Denies => Stance.Denies,
        SpeechAct.Alleges => Stance.Alleges,
        SpeechAct.Doubts => Stance.Doubts,
        SpeechAct.Declines => Stance.Declines,
        SpeechAct.Silent => Stance.Silent,
        _ => said.Hedged || words.Exists(w => ClaimLexicon.Hedges.Contains(w.Hash)) ? Stance.Hedges : Stance.Asserts,
    };

    private static ClaimKind KindOf(List<ScannedWord> words, Stance stance, AnalyzedArticle article)
    {
        if (stance == Stance.Hedges && words.Exists(w => ClaimLexicon.ExplanationCues.Contains(w.Hash))) return ClaimKind.Explanation;
        if (article.Article.Notices.Any(n => n.Kind == NoticeKind.Opinion)) return ClaimKind.Opinion;
        return words.Exists(w => ClaimLexicon.PlanCues.Contains(w.Hash)) ? ClaimKind.Plan : ClaimKind.Fact;
    }

    private static List<int>[] BySentence(AnalyzedText body)
    {
        var lists = new List<int>[body.Syntax.Sentences.Length];
        for (var s = 0; s < lists.Length; s++) lists[s] = [];
        for (var i = 0; i < body.Attributions.Length; i++)
        {
            var a = body.Attributions[i];
            var cover = a.Content.Concat(a.Cue).Concat(a.Source).Aggregate((TextSpan?)null, (sum, span) => sum?.Cover(span) ?? span);
            if (cover is not { } whole) continue;
            for (var s = Math.Max(0, body.Syntax.SentenceAt(whole.Start)); s < lists.Length && body.Syntax.Sentences[s].Span.Start < whole.End; s++) lists[s].Add(i);
        }

        return lists;
    }

    /// <summary>What an attribution says within a sentence: its content; for a silence without one, the words of source and cue.</summary>
    private static TextSpan? Said(Attribution attribution, TextSpan sentence)
    {
        var parts = attribution.Content.IsEmpty && attribution.Act is SpeechAct.Silent or SpeechAct.Declines
            ? attribution.Content.Concat(attribution.Source).Concat(attribution.Cue)
            : attribution.Content;
        TextSpan? cover = null;
        foreach (var part in parts)
        {
            if (part.Intersect(sentence) is { } inside) cover = cover?.Cover(inside) ?? inside;
        }

        return cover;
    }

    /// <summary>A content that mostly consists of another saying: the inner one carries the claim.</summary>
    private static bool IsWrapper(AnalyzedText body, int outer, TextSpan span)
    {
        for (var i = 0; i < body.Attributions.Length; i++)
        {
            if (body.Attributions[i].Inside != outer || IsEcho(body, i)) continue;
            foreach (var content in body.Attributions[i].Content)
            {
                if (span.Contains(content) && 2 * content.Length > span.Length) return true;
            }
        }

        return false;
    }

    /// <summary>What a message or a remark says inside what somebody says of it ("Peskov said the message expressed support"): the outer voice carries it.</summary>
    private static bool IsEcho(AnalyzedText body, int inner) =>
        body.Attributions[inner] is { Inside: { } outer, Act: SpeechAct.Asserts } && outer < body.Actors.Attributions.Length && inner < body.Actors.Attributions.Length
        && body.Actors.Attributions[inner].Speaker is null && body.Actors.Attributions[outer].Speaker is not null;

    private static TextSpan WithoutThat(SourceText text, TextSpan span) =>
        span.Length > 10 && text[span].StartsWith("that ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 5, span.End) : span;

    private static IEnumerable<TextSpan> Uncovered(TextSpan sentence, List<TextSpan> covered)
    {
        covered.Sort();
        var at = sentence.Start;
        foreach (var span in covered)
        {
            if (span.Start > at && span.Start < sentence.End) yield return new TextSpan(at, span.Start);
            at = Math.Max(at, Math.Min(span.End, sentence.End));
        }

        if (at < sentence.End) yield return new TextSpan(at, sentence.End);
    }

    /// <summary>Nothing but who spoke to whom ("a spokeswoman told the newspaper"): the saying, not what was said.</summary>
    private static bool IsFrame(SourceText text, TextSpan span)
    {
        var words = WordScanner.Scan(text.Slice(span));
        return words.Count <= 10 && words.Exists(w => w.Hash == Told || w.Hash == SaidWord);
    }

    private static readonly ulong Told = WordScanner.HashOf("told"), SaidWord = WordScanner.HashOf("said");

    /// <summary>Without white space and marks at its edges.</summary>
    private static TextSpan Edges(SourceText text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('"' or '“' or '$' or '€' or '£')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '-' or '–' or '—')) end--;
        return new TextSpan(start, end);
    }

    private static bool HoldsVerb(SyntaxLayer syntax, TextSpan span)
    {
        if (!syntax.HasTags) return false;
        var (first, end) = syntax.TokensIn(span);
        for (var t = first; t < end; t++)
        {
            if (syntax.Upos[t] == PartOfSpeech.Verb) return true;
        }

        return false;
    }

    private static int WordsIn(SourceText text, TextSpan span)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text[span])
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside) words++;
            inside = letter || (inside && c is '\'' or '’' or '-' or '.' or ',');
        }

        return words;
    }

    private static string TextOf(AnalyzedText body, Coordination.Piece piece)
    {
        var text = body.Text.Slice(piece.Span);
        if (piece.Subject is { } subject) text = body.Text.Slice(subject) + " " + text;
        return text;
    }
}
