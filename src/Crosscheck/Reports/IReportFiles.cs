namespace Crosscheck.Reports;

/// <summary>Where a report of several files goes.</summary>
public interface IReportFiles
{
    /// <summary>Opens a file to be written from its beginning; the caller closes it.</summary>
    /// <param name="path">Relative, parted by <c>/</c>; folders in it are made as needed.</param>
    Stream Create(string path);
}

/// <summary>A folder on disk.</summary>
public sealed class ReportFolder(string folder) : IReportFiles
{
    public Stream Create(string path)
    {
        var file = Path.Combine([folder, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.Create(file);
    }
}
