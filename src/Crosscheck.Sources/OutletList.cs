using System.Collections.Immutable;
using Crosscheck.Diagnostics;
using Crosscheck.Stories;
using CsvHelper;

namespace Crosscheck.Sources;

/// <summary>Reads the user's list of outlets: CSV with a header and the columns domain, name, owner, country, languages (";" between several).</summary>
public static class OutletList
{
    private static readonly CsvReaderOptions Options = new() { TrimWhitespace = true, FieldCountMismatch = CsvFieldCountHandling.Allow };

    /// <returns>The register, or null with the reason.</returns>
    public static (OutletRegister? Register, Diagnostic? Failure) Read(TextReader reader, string shown)
    {
        var entries = ImmutableArray.CreateBuilder<OutletEntry>();
        try
        {
            using var csv = CsvReader.Create(reader, Options);
            csv.ReadHeader();
            if (!csv.TryGetFieldIndex("name", out _))
            {
                return (null, Broken("has no header line with a column 'name' (columns: domain,name,owner,country,languages)"));
            }

            while (csv.Read())
            {
                string? Field(string name) =>
                    csv.TryGetFieldIndex(name, out var index) && index < csv.FieldCount && csv.GetString(index).Trim() is { Length: > 0 } value ? value : null;

                var (domain, name) = (Field("domain"), Field("name"));
                if ((name ?? domain) is not { } known) continue;
                entries.Add(new OutletEntry(
                    domain, known, Field("owner"), Field("country"),
                    [.. (Field("languages") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]));
            }
        }
        catch (CsvFormatException e)
        {
            return (null, Broken($"breaks off in record {e.RecordNumber}: {e.Message.Split('\n')[0].Trim()}"));
        }

        return (new OutletRegister(entries.ToImmutable()), null);

        Diagnostic Broken(string why) => new(DiagnosticCode.OutletListBroken, Severity.Error, shown, null, $"The outlet list '{shown}' {why}.");
    }
}
