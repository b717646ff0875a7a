using Crosscheck.Language;
using Crosscheck.Text;

namespace Crosscheck.Times;

/// <summary>Where the clause around a time lies.</summary>
internal enum ClauseTense
{
    Unknown,
    Past,
    Present,
    Future,

    /// <summary>An infinitive, "could", "planned": ahead of something else, not of today for sure.</summary>
    Open,

    /// <summary>A word just before the time says that it is past: "since", "ended".</summary>
    Over,
}

/// <summary>The tense of the nearest verb of a sentence, from its tags, or from a list of words where there are none.</summary>
internal sealed class TenseReader
{
    private const int Reach = 40;

    private readonly Dictionary<string, ClauseTense> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ClauseTense>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TenseReader(string language)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in EmbeddedLexicon.Lines($"Times/Lexicon/{language}/tense.tsv"))
        {
            var parts = line.Split('\t');
            var tense = Enum.Parse<ClauseTense>(parts[0], ignoreCase: true);
            foreach (var word in parts[1].Split('|')) _words[word] = tense;
        }
    }

    /// <summary>The verb before the time in its sentence decides, else the one after it.</summary>
    public ClauseTense At(SyntaxLayer syntax, int token)
    {
        if (token < 0 || syntax.Sentences.Length == 0) return ClauseTense.Unknown;
        var sentence = syntax.SentenceAt(syntax.Tokens[token].Start);
        if (sentence < 0) return ClauseTense.Unknown;
        var (first, end) = (syntax.Sentences[sentence].FirstToken, syntax.Sentences[sentence].EndToken);
        if (token > first && _lookup.TryGetValue(syntax.Form(token - 1), out var told) && told == ClauseTense.Over) return told;
        for (var i = token - 1; i >= Math.Max(first, token - Reach); i--)
        {
            if (Of(syntax, i) is var tense && tense != ClauseTense.Unknown) return tense;
        }

        for (var i = token + 1; i < Math.Min(end, token + Reach); i++)
        {
            if (Of(syntax, i) is var tense && tense != ClauseTense.Unknown) return tense;
        }

        return ClauseTense.Unknown;
    }

    private ClauseTense Of(SyntaxLayer syntax, int token)
    {
        if (_lookup.TryGetValue(syntax.Form(token), out var planned) && planned == ClauseTense.Open && !(syntax.HasTags && syntax.Xpos.Length > token && syntax.Xpos[token] is "NN" or "NNS")) return planned;
        if (syntax.HasTags && syntax.Xpos.Length > token)
        {
            switch (syntax.Xpos[token])
            {
                case "VBD":
                    return ClauseTense.Past;
                case "VBZ" or "VBP":
                    return FollowedByParticiple(syntax, token) ? ClauseTense.Past : ClauseTense.Present;
                case "MD":
                    return ClauseTense.Future;
                case "VB" when token > 0 && syntax.Xpos[token - 1] == "TO":
                    return ClauseTense.Open;
                default:
                    return ClauseTense.Unknown;
            }
        }

        var form = syntax.Form(token);
        if (_lookup.TryGetValue(form, out var known) && known != ClauseTense.Over) return known;
        return form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(form[0]) ? ClauseTense.Past : ClauseTense.Unknown;
    }

    private static bool FollowedByParticiple(SyntaxLayer syntax, int token)
    {
        for (var i = token + 1; i < Math.Min(token + 4, syntax.Tokens.Length); i++)
        {
            if (syntax.Xpos[i] == "VBN") return syntax.Form(token) is "has" or "have" or "'s" or "'ve" or "’s" or "’ve";
            if (syntax.Xpos[i] is not ("RB" or "VBN")) return false;
        }

        return false;
    }
}
