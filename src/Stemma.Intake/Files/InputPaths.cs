using System.IO.Enumeration;
using Stemma.Intake.Archives;

namespace Stemma.Intake.Files;

/// <summary>From the paths of a call to the files to read: folders walked, globs spread, each file once.</summary>
internal sealed class InputPaths(CancellationToken cancellation)
{
    /// <summary>Real paths of files and folders seen, so that overlapping paths and looping links end.</summary>
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public IEnumerable<InputFile> Expand(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (path == "-")
                yield return new InputFile("-", null);
            else if (path.Length == 0)
                yield return new InputFile(path, null, "an empty path");
            else if (File.Exists(path) || Directory.Exists(path))
            {
                foreach (InputFile file in Walk(path, tellEmpty: true))
                    yield return file;
            }
            else if (path.Contains("://", StringComparison.Ordinal))
                yield return Address(path);
            else if (AtOffset(path) is { } archive)
                yield return archive;
            else if (path.AsSpan().IndexOfAny('*', '?') >= 0)
            {
                bool any = false;
                foreach (string match in Matches(path))
                {
                    any = true;
                    foreach (InputFile file in Walk(match, tellEmpty: true))
                        yield return file;
                }

                if (!any)
                    yield return new InputFile(path, null, "no file matches");
            }
            else
                yield return new InputFile(path, null, "no such file or folder");
        }
    }

    private static InputFile Address(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new InputFile(path, null) { Address = address }
            : new InputFile(path, null, "an address that is neither http nor https");

    /// <summary>"news.warc.gz#81920": an archive to be read on from an offset that an earlier call has told.</summary>
    private static InputFile? AtOffset(string path)
    {
        int mark = path.LastIndexOf('#');
        return mark > 0 && ArchiveOffset.TryParse(path.AsSpan(mark + 1), out ArchiveOffset offset) && File.Exists(path[..mark])
            ? new InputFile(path[..mark], path[..mark]) { Start = offset }
            : null;
    }

    /// <summary>Files at or below a path, in ordinal order of names, depth first.</summary>
    private IEnumerable<InputFile> Walk(string top, bool tellEmpty)
    {
        bool any = false;
        Stack<(string Path, int Depth)> todo = new([(top, 0)]);
        while (todo.TryPop(out (string Path, int Depth) next))
        {
            cancellation.ThrowIfCancellationRequested();
            bool folder = Directory.Exists(next.Path);
            if (!seen.Add(RealPath(next.Path)))
            {
                any = true; // met before under another name: not a folder without files
                continue;
            }

            if (!folder)
            {
                any = true;
                yield return new InputFile(next.Path, next.Path, File.Exists(next.Path) ? null : "a link that leads nowhere");
                continue;
            }

            string? problem = null;
            string[] entries = [];
            try
            {
                entries = next.Depth < IntakeLimits.MaxFolderDepth ? Directory.GetFileSystemEntries(next.Path) : [];
                problem = next.Depth < IntakeLimits.MaxFolderDepth ? null : "folders nested too deep";
            }
            catch (UnauthorizedAccessException)
            {
                problem = "may not be read: permission denied";
            }
            catch (IOException e)
            {
                problem = $"could not be read: {e.Message}";
            }

            if (problem is not null)
            {
                any = true;
                yield return new InputFile(next.Path, null, problem);
            }

            Array.Sort(entries, StringComparer.Ordinal);
            for (int i = entries.Length - 1; i >= 0; i--)
            {
                // Dot files are the system's and the editor's (.git, .DS_Store), as every searching tool has it.
                if (Path.GetFileName(entries[i].AsSpan()) is not ['.', ..])
                    todo.Push((entries[i], next.Depth + 1));
            }
        }

        if (!any && tellEmpty)
            yield return new InputFile(top, null, "a folder without reports");
    }

    /// <summary>Paths that a glob names, in ordinal order: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders between.</summary>
    private static List<string> Matches(string glob)
    {
        string[] parts = glob.Split('/', '\\');
        List<string> found = [glob[0] is '/' or '\\' ? "/" : ""];
        for (int i = found[0].Length; i < parts.Length; i++)
        {
            string part = parts[i];
            if (part.Length == 0)
                continue;
            List<string> next = [];
            foreach (string at in found)
            {
                if (part == "**")
                    next.AddRange(Below(at));
                else if (part.AsSpan().IndexOfAny('*', '?') < 0)
                    next.Add(Path.Combine(at, part));
                else
                    next.AddRange(Entries(at).Where(e => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(e), ignoreCase: false)));
            }

            found = [.. next.Where(p => File.Exists(p) || Directory.Exists(p) || p.Length == 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }

        return found;
    }

    private static IEnumerable<string> Entries(string folder)
    {
        try
        {
            string[] entries = Directory.GetFileSystemEntries(folder.Length == 0 ? "." : folder);
            return entries.Select(e => folder.Length == 0 ? Path.GetFileName(e) : e).Where(e => Path.GetFileName(e.AsSpan()) is not ['.', ..]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // not a folder, or closed to us: a glob simply does not reach into it
        }
    }

    /// <summary>A folder and all folders below it; links are not followed, so this ends.</summary>
    private static IEnumerable<string> Below(string folder)
    {
        Stack<string> todo = new([folder]);
        while (todo.TryPop(out string? at))
        {
            yield return at;
            foreach (string entry in Entries(at))
            {
                if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null)
                    todo.Push(entry);
            }
        }
    }

    /// <summary>The path with every link in it followed, or the full path as it stands where that cannot be told.</summary>
    private static string RealPath(string path)
    {
        string real = "/";
        try
        {
            string full = Path.GetFullPath(path);
            real = Path.GetPathRoot(full)!;
            foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                string next = Path.Combine(real, part);
                FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
                real = info.LinkTarget is null ? next : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
            }

            return real;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetFullPath(path);
        }
    }
}
