namespace Crosscheck.Tests.Reports;

internal static class RepositoryFiles
{
    /// <summary>The folder of the solution, above the folder that the tests run from.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Crosscheck.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above)
        : throw new InvalidOperationException("The tests run outside the repository.");
}
