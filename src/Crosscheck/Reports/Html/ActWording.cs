using Crosscheck.Attributions;

namespace Crosscheck.Reports.Html;

/// <summary>How an act is said in a sentence whose speaker stands before it and whose content after it.</summary>
internal static class ActWording
{
    /// <summary>Words at the beginning of a denial among which its own negation stands.</summary>
    private const int NegationWithin = 10;

    /// <summary>The verb of a sentence that tells an attribution, so that the content can follow behind a colon.</summary>
    /// <param name="content">Its words, on one line; may be empty.</param>
    public static string Verb(SpeechAct act, string content) => act switch
    {
        SpeechAct.Asserts => "said",
        SpeechAct.Denies => Negates(content) ? "denied it, saying" : "denied",
        SpeechAct.Alleges => Accuses(content) ? "accused" : "alleged",
        SpeechAct.Doubts => IsUnsure(content) ? "was unsure, saying" : "doubted",
        SpeechAct.Promises => "promised",
        SpeechAct.Demands => "demanded",
        SpeechAct.Asks => "asked",
        SpeechAct.Declines => DeclinedAs(content),
        _ => content.Length == 0 || content.StartsWith("about ", StringComparison.Ordinal) ? "was silent" : "was silent on",
    };

    /// <summary>"Declined: to comment"; "gave no answer: to a request, on the cause"; "declined to say: when it was sent".</summary>
    private static string DeclinedAs(string content)
    {
        var words = content.Split(' ', 3);
        return words switch
        {
            ["on" or "about" or "for" or "over", ..] => "gave no answer",
            ["to", "a" or "an" or "the" or "any" or "his" or "her" or "its" or "their" or "this" or "these" or "those" or "several" or "repeated" or "multiple", ..] => "gave no answer",
            ["to", [.., 's'], ..] => "gave no answer",
            ["to", _, ..] => "declined",
            _ => "declined to say",
        };
    }

    /// <summary>Whether words open with a denial themselves, as "that he had no part in it" does: "denied that" before them would say the opposite.</summary>
    private static bool Negates(string content)
    {
        var words = 0;
        foreach (var range in content.AsSpan().SplitAny(' ', ',', '“', '”', '"'))
        {
            var word = content.AsSpan(range);
            if (word.IsEmpty) continue;
            if (word is "no" or "No" or "not" or "Not" or "never" or "Never" or "nothing" or "Nothing" or "false" or "untrue" or "nonsense"
                || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal)) return true;
            if (++words == NegationWithin) return false;
        }

        return false;
    }

    /// <summary>"Him of lying", "of supporting": what follows "accused".</summary>
    private static bool Accuses(string content)
    {
        var words = content.Split(' ', NegationWithin);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] is "that" or "of" or "“That") return words[i] is "of" && words[i + 1].Length > 4 && words[i + 1].EndsWith("ing", StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>Whether words say themselves that something is open, as "it was too early to say" does.</summary>
    private static bool IsUnsure(string content)
    {
        var words = content.Split(' ', NegationWithin);
        return Negates(content) || Array.Exists(words, w => w is "early" or "soon" or "unclear" or "unknown" or "uncertain" or "unsure");
    }
}
