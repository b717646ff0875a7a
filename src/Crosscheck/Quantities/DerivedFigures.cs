using System.Collections.Immutable;
using Crosscheck.Text;

namespace Crosscheck.Quantities;

/// <summary>
/// The value before a change: "3,700 children in March, up 80 % from the month before" gives about 2,060 for that month (3,700 / 1.80).
/// Only where a share of change stands close behind the figure that it changed, with its base named.
/// </summary>
internal static class DerivedFigures
{
    /// <summary>Characters that may stand between the figure's words and the change.</summary>
    private const int Reach = 120;
    private const decimal Largest = 1_000_000_000_000_000m;

    public static void Add(ImmutableArray<Quantity>.Builder quantities, SourceText text)
    {
        var count = quantities.Count;
        for (var i = 1; i < count; i++)
        {
            var change = quantities[i];
            if (change is not { Unit: "percent", Value: { } percent and > 0, Change: { From: { } from } how }) continue;
            for (var j = i - 1; j >= 0 && j >= i - 3; j--)
            {
                var now = quantities[j];
                if (change.Span.Start - now.Span.End > Reach || EndsSentence(text, now.Span.End, change.Span.Start)) break;
                if (now.Value is not { } value || value > Largest || value <= 0 || !CanChange(now.Unit) || now.Change is not null) continue;
                if (Before(value, percent, how.Direction) is not { } before) break;
                quantities.Add(new Quantity(
                    change.Span, before, null, null, QuantityModifier.About, now.Unit, now.Per, now.Counted, from, now.SaidBy, null, j,
                    Math.Min(now.Confidence, change.Confidence) * 0.9));
                break;
            }
        }
    }

    /// <summary>Value before the change, to three figures; null where the share cannot be (down 100 % and more).</summary>
    private static decimal? Before(decimal value, decimal percent, ChangeDirection direction)
    {
        if (percent > 100_000) return null;
        var factor = direction == ChangeDirection.Up ? 1 + (percent / 100) : 1 - (percent / 100);
        if (factor <= 0) return null;
        var before = value / factor;
        var step = 1m;
        while (before / step >= 1000) step *= 10;
        return step > 1 ? decimal.Round(before / step) * step : decimal.Round(before, before < 10 ? 2 : 0);
    }

    private static bool CanChange(string unit) =>
        unit is not ("percent" or "percentage-point" or "year" or "month" or "week" or "day" or "hour" or "minute" or "decade" or "rank" or "score" or "vote" or "times" or "fraction");

    private static bool EndsSentence(SourceText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is ';' or '\n' || (text[i] is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))) return true;
        }

        return false;
    }
}
