using Crosscheck.Language;
using Crosscheck.Names;
using Crosscheck.Text;

namespace Crosscheck.Actors;

/// <summary>A mention while its article is read: tokens, and who is meant.</summary>
internal sealed class DraftMention(Mention mention, int first, int end, int sentence)
{
    public Mention Mention { get; } = mention;

    public int First { get; } = first;

    public int End { get; } = end;

    public int Sentence { get; } = sentence;

    public ActorDraft? Actor { get; set; }
}

/// <summary>One part of an article with what the steps of the resolver share.</summary>
internal sealed class ResolvedPart
{
    public ResolvedPart(NamedPart part)
    {
        Part = part.Part;
        Source = part;
        Syntax = part.Syntax;
        NameAt = new int[Syntax.Tokens.Length];
        Array.Fill(NameAt, -1);
        var ranges = new List<NameRange>();
        foreach (var name in part.Names)
        {
            var (first, end) = Syntax.TokensIn(name.Span);
            for (var i = first; i < end; i++) NameAt[i] = Names.Count;
            ranges.Add(new NameRange(first, end, name.Type == EntityType.Person && Polities.Named(Syntax.Text.Slice(name.Span)) is null));
            Names.Add(new DraftMention(name, first, end, Math.Max(0, Syntax.SentenceAt(name.Span.Start))));
        }

        Phrases = NounPhrases.Find(Syntax, NameAt, ranges);
        PhraseAt = new int[Syntax.Tokens.Length];
        Array.Fill(PhraseAt, -1);
        for (var p = 0; p < Phrases.Count; p++)
        {
            for (var i = Phrases[p].First; i < Phrases[p].End; i++) PhraseAt[i] = p;
        }

        Taken = new bool[Phrases.Count];
    }

    public TextPart Part { get; }

    public NamedPart Source { get; }

    public SyntaxLayer Syntax { get; }

    public List<DraftMention> Names { get; } = [];

    /// <summary>Nominals and pronouns.</summary>
    public List<DraftMention> Others { get; } = [];

    /// <summary>For each token the name that covers it, or -1.</summary>
    public int[] NameAt { get; }

    public List<NounPhrase> Phrases { get; }

    /// <summary>For each token the noun phrase that covers it, or -1.</summary>
    public int[] PhraseAt { get; }

    /// <summary>Phrases that need no looking up any more: they are a role beside a name.</summary>
    public bool[] Taken { get; }

    public string Text(int first, int end) => Syntax.Text.Slice(Syntax.Span(first, end));

    public string Lower(int token) => Syntax.Form(token).ToString().ToLowerInvariant();

    public ReadOnlySpan<char> Form(int token) => Syntax.Form(token);

    /// <summary>The mention that a name phrase, or a phrase found already, makes; null when it makes none.</summary>
    public DraftMention? MentionOf(int phrase)
    {
        if (phrase < 0) return null;
        if (Phrases[phrase].Name is var name and >= 0) return Names[name];
        return _byHead.GetValueOrDefault(Phrases[phrase].Head);
    }

    public DraftMention? OtherAt(int head) => _byHead.GetValueOrDefault(head);

    private readonly Dictionary<int, DraftMention> _byHead = [];

    public DraftMention AddOther(int first, int head, int sentence, EntityType type, MentionForm form, ActorDraft? actor, double confidence)
    {
        var mention = new DraftMention(new Mention(Syntax.Span(first, head + 1), type, form, confidence), first, head + 1, sentence) { Actor = actor };
        Others.Add(mention);
        _byHead[head] = mention;
        return mention;
    }

    /// <summary>Whether a token stands for the subject of its clause.</summary>
    public bool IsSubject(int token) => Syntax.HasDependencies && Syntax.Relations[token].StartsWith("nsubj", StringComparison.Ordinal);

    /// <summary>The token of a range that the rest of the range depends on; without dependencies the last noun of its first phrase.</summary>
    public int HeadOf(int first, int end)
    {
        if (Syntax.HasDependencies)
        {
            for (var i = first; i < end; i++)
            {
                var head = Syntax.Heads[i];
                if ((head < first || head >= end) && Syntax.Upos[i] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pron) return i;
            }
        }

        for (var i = first; i < end; i++)
        {
            if (PhraseAt[i] >= 0 && Phrases[PhraseAt[i]].Head < end && Phrases[PhraseAt[i]].Head >= first) return FollowPossessors(PhraseAt[i], end);
            if (NameAt[i] >= 0) return Math.Min(end, Names[NameAt[i]].End) - 1;
        }

        return end - 1;
    }

    /// <summary>From "Gaza's" on to "Health Ministry".</summary>
    private int FollowPossessors(int phrase, int end)
    {
        while (phrase + 1 < Phrases.Count && Phrases[phrase + 1].Possessor == phrase && Phrases[phrase + 1].Head < end) phrase++;
        return Phrases[phrase].Head;
    }
}
