using System.Globalization;
using System.Text;
using Stemma.Reports;

namespace Stemma.Benchmarks;

/// <summary>An endless stream of reports of invented stories, made of the sentences of real ones.</summary>
/// <remarks>
/// A story draws 22 sentences from all texts and gives every name in them another, invented one of its own, so that two stories share common words, now and then
/// a sentence, and one name in four. Each report takes 6 to 14 of the story's sentences, in order. One story in two has one report, the others two to
/// sixty, most of them few; half the reports of a story come within 2,500 reports of its first, all within 20,000. The same on every machine.
/// </remarks>
internal sealed class SyntheticStream
{
    /// <summary>Reports a day, for their times.</summary>
    private const int ReportsADay = 50_000;

    private const int LongestDelay = 20_000;

    /// <summary>About the mean size, so that stories are opened as fast as they are used up.</summary>
    private const long ReportsAStory = 4;

    private readonly string[] sentences;
    private readonly HashSet<string> common;
    private readonly PriorityQueue<(int Story, int Number), (long At, int Story)> due = new();
    private readonly Random random = new(20260101); // the seeded algorithm of .NET, which is kept the same
    private int stories;
    private int reports;
    private long now;

    public SyntheticStream(IEnumerable<string> texts)
    {
        sentences = [.. texts.SelectMany(Sentences)];

        // A word that also stands in lower case somewhere is none that a name is made of.
        common = [.. sentences.SelectMany(s => s.Split(' ')).Select(w => w.Trim(',', '.', '"', ':', ';')).Where(w => w.Length > 0 && char.IsLower(w[0]))];
    }

    public (Report Report, int Story) Next()
    {
        while (due.Count == 0 || stories * ReportsAStory <= now)
        {
            int size = random.Next(2) == 0 ? 1 : 2 + (int)Math.Min(58, Math.Pow(random.NextDouble(), -1.1));
            for (int n = 0; n < size; n++)
                due.Enqueue((stories, n), (now + (n == 0 ? 0 : (long)(Math.Pow(random.NextDouble(), 3) * LongestDelay)), stories));
            stories++;
        }

        due.TryDequeue(out (int Story, int Number) made, out (long At, int) at);
        now = Math.Max(now, at.At) + 1;
        return (Make(made.Story), made.Story);
    }

    private Report Make(int story)
    {
        Random own = new(story);
        string[] pool = [.. Enumerable.Range(0, 22).Select(_ => sentences[own.Next(sentences.Length)])];
        StringBuilder body = new();
        int left = 6 + random.Next(9);
        for (int i = 0; i < pool.Length && left > 0; i++)
        {
            if (random.Next(pool.Length - i) >= left)
                continue;
            left--;
            body.Append(Renamed(pool[i], story)).Append(body.Length % 3 == 0 ? "\n\n" : " ");
        }

        string id = "r" + reports++;
        return new Report
        {
            Id = id,
            Input = id,
            Url = null,
            Outlet = "Outlet " + random.Next(200),
            Agencies = [],
            Authors = [],
            Dateline = null,
            Published = ReportTime.TryParse(DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(86_400.0 / ReportsADay * reports).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), out ReportTime time) ? time : null,
            PublishedBasis = PublishedBasis.Metadata,
            Updated = null,
            Notes = [],
            Headline = string.Join(' ', Renamed(pool[random.Next(2)], story).Split(' ').Take(9)),
            Body = body.ToString(),
            Links = [],
            Language = "en",
        };
    }

    private string Renamed(string sentence, int story)
    {
        string[] words = sentence.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            string bare = words[i].Trim(',', '.', '"', ':', ';');
            if (bare.Length > 2 && char.IsUpper(bare[0]) && !common.Contains(bare.ToLowerInvariant()))
                words[i] = words[i].Replace(bare, Name(bare, story), StringComparison.Ordinal);
        }

        return string.Join(' ', words);
    }

    /// <summary>An invented name for a real one, another in each story; one in four is of a place or house that many stories share.</summary>
    private static string Name(string name, int story)
    {
        uint hash = 2166136261;
        foreach (char c in name)
            hash = unchecked((hash ^ c) * 16777619);
        bool shared = hash % 4 == 0;
        hash = unchecked((hash ^ (uint)(shared ? story % 40 : story)) * 16777619 ^ (uint)(shared ? 7 : story * 31));
        StringBuilder made = new();
        for (int syllable = 0; syllable < 3; syllable++)
        {
            made.Append("bdfgklmnprstvz"[(int)(hash % 14)]).Append("aeiou"[(int)(hash / 14 % 5)]);
            hash = unchecked(hash * 1103515245 + 12345) >> 3;
        }

        return char.ToUpperInvariant(made[0]) + made.ToString()[1..] + (char)('a' + (hash % 26));
    }

    private static string[] Sentences(string text) =>
        [.. text.Split(["\n", ". "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => s.Length is > 40 and < 400).Select(s => s.EndsWith('.') ? s : s + ".")];
}
