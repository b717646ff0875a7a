using Crosscheck.Language;

namespace Crosscheck.Actors;

/// <summary>A base noun phrase: from its determiner to its head noun. A possessor before it ("Syria's") is a phrase of its own.</summary>
/// <param name="Name">Index of the name that ends at the head, or -1.</param>
/// <param name="Possessor">Index of the phrase that owns it, or -1.</param>
internal readonly record struct NounPhrase(int First, int Head, int Sentence, int Name, int Possessor)
{
    public int End => Head + 1;
}

/// <summary>Cuts sentences into base noun phrases by their tags; names are units.</summary>
internal static class NounPhrases
{
    /// <param name="nameAt">For each token the index of the name that covers it, or -1.</param>
    public static List<NounPhrase> Find(SyntaxLayer syntax, int[] nameAt, IReadOnlyList<NameRange> names)
    {
        var phrases = new List<NounPhrase>();
        if (!syntax.HasTags) return phrases;
        for (var s = 0; s < syntax.Sentences.Length; s++)
        {
            var sentence = syntax.Sentences[s];
            var first = -1;
            var noun = -1;
            var possessor = -1;
            for (var i = sentence.FirstToken; i <= sentence.EndToken; i++)
            {
                var place = i == sentence.EndToken ? Place.Outside : PlaceOf(syntax, nameAt, i, noun >= 0);
                if (place == Place.Possessive && noun >= 0)
                {
                    phrases.Add(Phrase(first, noun, s, nameAt, names, possessor));
                    possessor = phrases.Count - 1;
                    first = i + 1;
                    noun = -1;
                    continue;
                }

                if (place is Place.Outside or Place.Possessive or Place.Opens)
                {
                    if (noun >= 0) phrases.Add(Phrase(first, noun, s, nameAt, names, possessor));
                    noun = -1;
                    possessor = -1;
                    first = place == Place.Opens ? i : -1;
                    continue;
                }

                if (first < 0) first = i;
                if (place == Place.Noun)
                {
                    // A name beside a name is another phrase ("Putin Wednesday" is rare; "Gaza Reuters" is a tagging slip).
                    if (noun >= 0 && noun == i - 1 && nameAt[noun] >= 0 && nameAt[i] != nameAt[noun] && names[nameAt[noun]].IsPerson)
                    {
                        phrases.Add(Phrase(first, noun, s, nameAt, names, possessor));
                        possessor = -1;
                        first = i;
                    }

                    noun = i;
                }
            }
        }

        return phrases;
    }

    private enum Place
    {
        Outside,
        Opens,
        Inside,
        Noun,
        Possessive,
    }

    private static Place PlaceOf(SyntaxLayer syntax, int[] nameAt, int i, bool afterNoun)
    {
        if (nameAt[i] >= 0) return Place.Noun;
        switch (syntax.Upos[i])
        {
            case PartOfSpeech.Noun or PartOfSpeech.ProperNoun:
                return Place.Noun;
            case PartOfSpeech.Det:
                return Place.Opens;
            case PartOfSpeech.Pron:
                return syntax.Form(i) is "his" or "her" or "its" or "their" or "our" or "my" or "your" or "His" or "Her" or "Its" or "Their" or "Our" or "My" ? Place.Opens : Place.Outside;
            case PartOfSpeech.Adj or PartOfSpeech.Num:
                return afterNoun && syntax.Upos[i] == PartOfSpeech.Adj && !NounFollows(syntax, i) ? Place.Outside : Place.Inside;
            case PartOfSpeech.Part when syntax.Form(i) is "'s" or "’s" or "'" or "’":
                return Place.Possessive;
            case PartOfSpeech.Punct when syntax.Form(i) is "-" or "–" or "‑":
                return Place.Inside;
            case PartOfSpeech.Verb when syntax.Xpos.Length > i && syntax.Xpos[i] is "VBN" or "VBG" && !afterNoun && NounFollows(syntax, i):
                return Place.Inside;
            default:
                return syntax.Form(i) is "'s" or "’s" && syntax.Upos[i] != PartOfSpeech.Aux && syntax.Upos[i] != PartOfSpeech.Verb ? Place.Possessive : Place.Outside;
        }
    }

    private static bool NounFollows(SyntaxLayer syntax, int i) =>
        i + 1 < syntax.Tokens.Length && syntax.Upos[i + 1] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adj;

    private static NounPhrase Phrase(int first, int head, int sentence, int[] nameAt, IReadOnlyList<NameRange> names, int possessor)
    {
        var name = nameAt[head];
        if (name >= 0 && names[name].End != head + 1) name = -1;
        return new NounPhrase(Math.Min(first, name >= 0 ? Math.Max(first, 0) : first), head, sentence, name, possessor);
    }
}

/// <summary>The tokens of a name.</summary>
internal readonly record struct NameRange(int First, int End, bool IsPerson);
