namespace Crosscheck.Language;

/// <summary>Universal part-of-speech tags (UD v2). <see cref="X"/> also stands for a token without a tag.</summary>
public enum PartOfSpeech : byte
{
    X, Adj, Adp, Adv, Aux, CConj, Det, Intj, Noun, Num, Part, Pron, ProperNoun, Punct, SConj, Sym, Verb,
}
