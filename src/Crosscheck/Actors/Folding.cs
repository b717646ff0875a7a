using System.Text;

namespace Crosscheck.Actors;

/// <summary>Latin letters without their marks, lower case. Written out, since the program carries no Unicode tables of decomposition.</summary>
internal static class Folding
{
    private const string Marked = "àáâãäåāăąçćčĉċďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžð";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijkllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzd";

    public static void Append(StringBuilder text, char c)
    {
        var lower = char.ToLowerInvariant(c);
        if (lower < 0x80)
        {
            text.Append(lower);
            return;
        }

        switch (lower)
        {
            case 'ß': text.Append("ss"); break;
            case 'æ': text.Append("ae"); break;
            case 'œ': text.Append("oe"); break;
            case 'þ': text.Append("th"); break;
            case 'ʿ' or 'ʾ' or 'ʼ' or 'ʻ': break;
            default:
                var at = Marked.IndexOf(lower, StringComparison.Ordinal);
                text.Append(at < 0 ? lower : Plain[at]);
                break;
        }
    }
}
