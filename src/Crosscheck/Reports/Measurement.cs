using System.Collections.Immutable;

namespace Crosscheck.Reports;

/// <summary>What one stage was measured at, on data that its weights did not see unless <paramref name="Note"/> says so.</summary>
/// <param name="Value">The figure with its unit, or null: not measured yet.</param>
internal sealed record Measurement(string Stage, string Measure, string? Value, string? Set, string? Note)
{
    public static ImmutableArray<Measurement> All { get; } = [.. KnowledgeFile.Rows("measured.tsv").Select(r => new Measurement(r[0], Cell(r, 1) ?? string.Empty, Cell(r, 2), Cell(r, 3), Cell(r, 4)))];

    private static string? Cell(string[] row, int column) => column < row.Length && row[column].Trim().Length > 0 ? row[column].Trim() : null;
}

/// <summary>Known weaknesses, a sentence each.</summary>
internal static class Weaknesses
{
    public static ImmutableArray<string> All { get; } = [.. KnowledgeFile.Rows("weaknesses.txt").Select(r => r[0])];
}

/// <summary>Embedded tables: a row a line, cells parted by tabs, lines beginning with # are remarks.</summary>
file static class KnowledgeFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Measurement).Assembly.GetManifestResourceStream("Reports/Knowledge/" + name)
            ?? throw new InvalidOperationException($"The program was built without Reports/Knowledge/{name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
