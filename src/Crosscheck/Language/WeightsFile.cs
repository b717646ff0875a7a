namespace Crosscheck.Language;

/// <summary>Reading of trained tables: a missing or damaged one is a broken install.</summary>
internal static class WeightsFile
{
    /// <exception cref="InvalidOperationException">The file cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The trained weights at '{path}' cannot be read: the install is broken.", e);
        }
    }

    public static InvalidOperationException Broken(string path) =>
        new($"The trained weights at '{path}' are damaged or of another version: the install is broken.");
}
