using Crosscheck.Language;

namespace Crosscheck.Attributions;

/// <summary>Where a content's words end: which marks at its edges belong to it.</summary>
internal static class ContentEdges
{
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
}
