using System.Text.RegularExpressions;
using Stemma.Weighing;

namespace Stemma.Tests.Design;

/// <summary>What the documents say of the code is true.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        List<string> broken = [];
        foreach (string document in Documents())
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
            {
                string target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                string path = Path.Combine(Path.GetDirectoryName(document)!, target);
                if (!File.Exists(path) && !Directory.Exists(path))
                    broken.Add($"{Path.GetRelativePath(Repository.Root, document)}: {target}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void The_published_schema_is_the_one_the_types_give()
    {
        string published = File.ReadAllText(Path.Combine(Repository.Root, "docs", "picture.schema.json"));

        // Mend with: stemma schema > docs/picture.schema.json
        Assert.Equal(PictureJson.Schema(), published);
    }

    [Fact]
    public void The_architecture_names_every_room_of_the_engine()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        IEnumerable<string> rooms = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "Stemma"))
            .Select(d => Path.GetFileName(d))
            .Where(d => d is not ("bin" or "obj"));

        Assert.All(rooms, room => Assert.Contains($"`{room}/`", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
