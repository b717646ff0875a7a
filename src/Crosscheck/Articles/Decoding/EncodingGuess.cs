namespace Crosscheck.Articles.Decoding;

/// <summary>What bytes without any label are probably written in.</summary>
internal static class EncodingGuess
{
    private const int Sample = 1 << 16;

    /// <summary>UTF-16 without a mark: every other byte of ASCII markup or spaces is zero.</summary>
    public static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        var part = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (part.Length < 16) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < part.Length; i += 2)
        {
            if (part[i] == 0) even++;
            if (part[i + 1] == 0) odd++;
        }

        var pairs = part.Length / 2;
        if (odd > pairs * 0.25 && even < pairs * 0.02) return "utf-16le";
        if (even > pairs * 0.25 && odd < pairs * 0.02) return "utf-16be";
        return null;
    }

    /// <summary>
    /// Bytes that are no UTF-8: Cyrillic and Arabic text in one byte a letter is nearly all high letters in long runs,
    /// Western text has them singly between ASCII letters.
    /// </summary>
    public static string SingleByte(ReadOnlySpan<byte> bytes)
    {
        var part = bytes[..Math.Min(bytes.Length, Sample)];
        int high = 0, runs = 0, inRun = 0;
        foreach (var b in part)
        {
            if (b >= 0x80)
            {
                high++;
                inRun++;
            }
            else
            {
                if (inRun >= 3) runs += inRun;
                inRun = 0;
            }
        }

        if (inRun >= 3) runs += inRun;
        if (high < 8 || runs < high * 0.6) return "windows-1252";
        var best = "windows-1252";
        var bestShare = 0.0;
        foreach (var name in (ReadOnlySpan<string>)["windows-1251", "koi8-r", "windows-1256", "windows-1253", "windows-1255"])
        {
            var share = Plausible(EncodingLabels.Get(name).GetString(part), name);
            if (share > bestShare) (best, bestShare) = (name, share);
        }

        return bestShare > 0.6 ? best : "windows-1252";
    }

    /// <summary>Share of non-ASCII letters that are the script's common ones: its lower case, or Arabic's most frequent letters.</summary>
    private static double Plausible(string text, string name)
    {
        int good = 0, all = 0;
        foreach (var c in text)
        {
            if (c < 0x80) continue;
            all++;
            var common = name switch
            {
                "windows-1251" or "koi8-r" => c is (>= 'а' and <= 'я') or 'ё',
                "windows-1256" => c is 'ا' or 'ل' or 'ي' or 'م' or 'ن' or 'و' or 'ر' or 'ت' or 'ب' or 'ة' or 'ه' or 'د' or 'ع' or 'س' or 'ف' or 'ق' or 'ك' or 'ح' or 'أ',
                "windows-1253" => c is >= 'ά' and <= 'ώ',
                _ => c is >= 'א' and <= 'ת',
            };
            if (common) good++;
        }

        return all == 0 ? 0 : (double)good / all;
    }
}
