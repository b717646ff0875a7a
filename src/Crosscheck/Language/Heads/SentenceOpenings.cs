using System.Globalization;
using Crosscheck.Learning;

namespace Crosscheck.Language.Heads;

/// <summary>Decides where a sentence begins from the head's log-odds and from what the splitter, which sees marks and lines, proposes.</summary>
/// <param name="Kept">Log-odds at which a proposed beginning stays.</param>
/// <param name="Added">Log-odds from which one is added where none was proposed.</param>
internal sealed record SentenceOpenings(float Kept, float Added)
{
    /// <exception cref="InvalidOperationException">The thresholds are missing.</exception>
    public static SentenceOpenings Read(SafeTensors file) => new(Number(file, "openings.kept"), Number(file, "openings.added"));

    public bool Opens(float logOdds, bool proposed) => logOdds >= (proposed ? Kept : Added);

    private static float Number(SafeTensors file, string name) =>
        file.Metadata.TryGetValue(name, out var text) && float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw file.Broken();
}
