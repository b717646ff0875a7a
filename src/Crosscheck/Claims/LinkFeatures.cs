namespace Crosscheck.Claims;

/// <summary>What "do these two say one thing?" is decided by: symmetric in the two carriers.</summary>
internal static class LinkFeatures
{
    public const int Count = 44;

    public static void Fill(CarrierSet set, CandidateLink link, Span<float> f)
    {
        Carrier a = set.All[link.A], b = set.All[link.B];
        var overlap = Overlap(set, link.A, link.B);
        double massA = Sum(set.Weights[link.A]), massB = Sum(set.Weights[link.B]);
        var union = massA + massB - overlap.Mass;
        f[0] = (float)link.Cosine;
        f[1] = (float)(overlap.Mass / Math.Max(1e-6, Math.Min(massA, massB)));
        f[2] = (float)(overlap.Mass / Math.Max(1e-6, Math.Max(massA, massB)));
        f[3] = (float)(overlap.Mass / Math.Max(1e-6, union));
        f[4] = (float)overlap.Mass;
        f[5] = (float)overlap.Highest;
        f[6] = (float)overlap.Second;
        f[7] = overlap.Shared;
        f[8] = (float)overlap.NameMass;
        f[9] = overlap.Names;
        f[10] = (float)overlap.PlainMass;
        f[11] = overlap.Plain;
        f[12] = (float)overlap.UnsharedNameMass;
        f[13] = Jaccard(a.Pairs, b.Pairs, out var pairs);
        f[14] = pairs;
        f[15] = Jaccard(a.Prefixes, b.Prefixes, out var prefixes);
        f[16] = (float)prefixes / Math.Max(1, Math.Min(a.Prefixes.Length, b.Prefixes.Length));
        f[17] = Jaccard(a.Classes, b.Classes, out var classes);
        f[18] = classes;
        Jaccard(a.Numbers, b.Numbers, out var numbers);
        f[19] = numbers;
        f[20] = Math.Min(a.Numbers.Length, b.Numbers.Length) - numbers;
        f[21] = Math.Abs(a.Numbers.Length - b.Numbers.Length);
        Jaccard(a.Calendar, b.Calendar, out var calendar);
        f[22] = calendar;
        f[23] = Math.Min(a.Calendar.Length, b.Calendar.Length) - calendar;
        f[24] = LongestRun(a.Words, b.Words);
        f[25] = Math.Min(a.Words.Length, b.Words.Length);
        f[26] = Math.Max(a.Words.Length, b.Words.Length);
        f[27] = (float)Math.Abs(a.Position - b.Position);
        f[28] = (float)Math.Min(a.Position, b.Position);
        f[29] = (float)Math.Max(a.Position, b.Position);
        f[30] = a.Negated == b.Negated ? a.Negated ? 1 : 0 : 2;
        f[31] = a.Hedged == b.Hedged ? a.Hedged ? 1 : 0 : 2;
        f[32] = a.Quoted == b.Quoted ? a.Quoted ? 1 : 0 : 2;
        f[33] = a.Asks || b.Asks ? 1 : 0;
        f[34] = a.Article == b.Article ? Math.Min(10, Math.Abs(a.Order - b.Order)) : 0;
        f[35] = Math.Min(link.RankOfA, link.RankOfB);
        f[36] = Math.Max(link.RankOfA, link.RankOfB);
        f[37] = (float)Neighbour(set, link.A, link.B, -1, -1);
        f[38] = (float)Neighbour(set, link.A, link.B, 1, 1);
        f[39] = (float)Math.Max(Neighbour(set, link.A, link.B, 0, 1), Neighbour(set, link.A, link.B, 1, 0));
        f[40] = (float)Math.Max(Neighbour(set, link.A, link.B, 0, -1), Neighbour(set, link.A, link.B, -1, 0));
        f[41] = set.Articles;
        f[42] = (float)(set.All.Count / Math.Max(1.0, set.Articles));
        f[43] = (float)(overlap.Mass / Math.Sqrt(Math.Max(1, a.Terms.Length) * (double)Math.Max(1, b.Terms.Length)));
    }

    private readonly record struct Shares(
        double Mass, double Highest, double Second, int Shared, double NameMass, int Names, double PlainMass, int Plain, double UnsharedNameMass);

    private static Shares Overlap(CarrierSet set, int a, int b)
    {
        CarrierTerm[] x = set.All[a].Terms, y = set.All[b].Terms;
        double mass = 0, highest = 0, second = 0, nameMass = 0, plainMass = 0, onlyA = 0, onlyB = 0;
        int shared = 0, names = 0, plain = 0, i = 0, j = 0;
        while (i < x.Length || j < y.Length)
        {
            if (j >= y.Length || (i < x.Length && x[i].Hash < y[j].Hash))
            {
                if (x[i].Name) onlyA += set.Weights[a][i];
                i++;
                continue;
            }

            if (i >= x.Length || y[j].Hash < x[i].Hash)
            {
                if (y[j].Name) onlyB += set.Weights[b][j];
                j++;
                continue;
            }

            var weight = set.Weights[a][i];
            mass += weight;
            shared++;
            if (weight > highest) (highest, second) = (weight, highest);
            else if (weight > second) second = weight;
            if (x[i].Name || y[j].Name)
            {
                nameMass += weight;
                names++;
            }
            else
            {
                plainMass += weight;
                plain++;
            }

            i++;
            j++;
        }

        return new Shares(mass, highest, second, shared, nameMass, names, plainMass, plain, Math.Min(onlyA, onlyB));
    }

    private static double Neighbour(CarrierSet set, int a, int b, int stepA, int stepB)
    {
        int i = a + stepA, j = b + stepB;
        if ((uint)i >= (uint)set.All.Count || (uint)j >= (uint)set.All.Count || i == j) return 0;
        return set.All[i].Article == set.All[a].Article && set.All[j].Article == set.All[b].Article ? set.Cosine(i, j) : 0;
    }

    private static float Jaccard<T>(T[] a, T[] b, out int shared)
        where T : IComparable<T>
    {
        shared = 0;
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        var union = a.Length + b.Length - shared;
        return union == 0 ? 0 : (float)shared / union;
    }

    /// <summary>Longest run of equal words; carriers are short, so the square is bounded.</summary>
    private static int LongestRun(ulong[] a, ulong[] b)
    {
        Span<int> previous = stackalloc int[b.Length + 1];
        var longest = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var run = a[i] == b[j] ? diagonal + 1 : 0;
                diagonal = previous[j + 1];
                previous[j + 1] = run;
                if (run > longest) longest = run;
            }
        }

        return longest;
    }

    private static double Sum(double[] weights)
    {
        double sum = 0;
        foreach (var weight in weights) sum += weight;
        return sum;
    }
}
