namespace Crosscheck.Times;

/// <summary>Kinds of numbers, and of times already found, that patterns name like classes of words. The order gives the bits.</summary>
internal enum NumberClass
{
    NUM,
    DAY,
    ORD,
    YEAR,
    YEAR2,
    DECADE,
    HOUR,
    CLOCK,
    ISO,
    SLASH,
    FRAC,
    DATE,
    TIME,
    DURATION,
    SET,
}

/// <summary>
/// A word, number or mark as the time rules see it: finer than a token ("third-quarter" is three), save that a number in words is one.
/// </summary>
/// <param name="Token">Index of the token that holds its start; -1 where there is none.</param>
/// <param name="Candidate">Index of the time found here by an earlier pass; -1 for plain text.</param>
internal readonly record struct Atom(
    int Start, int End, int Token, LexiconWord? Word, ulong Classes, double Number = double.NaN, string? Text = null, int Candidate = -1)
{
    public bool Is(NumberClass kind) => (Classes & Bit(kind)) != 0;

    public static ulong Bit(NumberClass kind) => 1UL << (int)kind;
}
