using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Reports;

/// <summary>Known wire services, and how to tell one that is not known.</summary>
internal sealed class AgencyTable
{
    /// <summary>Words with which an unknown wire service calls itself one.</summary>
    private static readonly ImmutableArray<string> Heads =
        ["News Agency", "Press Agency", "Press Association", "News Service", "Newswire", "Wire", "Newswires", "Wire Service", "Press Service", "Bulletin Agency", "Telegraph Agency", "Presse-Agentur"];

    private readonly FrozenDictionary<string, Agency> byName;
    private readonly FrozenSet<string> photoNames, releaseNames;

    public AgencyTable()
    {
        Dictionary<string, Agency> all = new(StringComparer.Ordinal);
        HashSet<string> photos = new(StringComparer.Ordinal), releases = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in Resources.Table("Reports/Agencies.en.tsv"))
        {
            Agency agency = new(row[0], row[1] == "yes");
            foreach (string name in (row.Length > 2 ? row[2].Split('|', StringSplitOptions.RemoveEmptyEntries) : []).Prepend(row[0]))
            {
                if (row[1] == "photo")
                    photos.Add(name);
                else if (row[1] == "release")
                    releases.Add(name);
                else
                    all.TryAdd(name, agency);
            }
        }

        byName = all.ToFrozenDictionary(StringComparer.Ordinal);
        releaseNames = releases.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        photoNames = photos.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The agency of exactly this name, whatever its article and closing point; null if none is known.</summary>
    public Agency? Find(string name)
    {
        name = Bare(name);
        return byName.GetValueOrDefault(name) ?? (name.Length > 4 ? byName.GetValueOrDefault(Words.TitleCase(name)) : null);
    }

    /// <summary>Whether the name is an agency's or a picture agency's.</summary>
    public bool IsKnown(string name) => Find(name) is not null || photoNames.Contains(Bare(name));

    /// <summary>Whether it is a service that distributes what companies and bodies pay it to: its texts are their own, no agency's.</summary>
    public bool IsRelease(string? name) => name is not null && releaseNames.Contains(Bare(name));

    /// <summary>Whether a name, known or not, says of itself that it is a wire service.</summary>
    public bool LooksLikeAgency(string name) => Find(name) is not null || !IsRelease(name) && Heads.Any(h => Bare(name).EndsWith(h, StringComparison.Ordinal) && Bare(name).Length > h.Length);

    /// <summary>Two to six capitals that stand where an agency is credited; words that stand there too are left out.</summary>
    public static bool IsAcronym(string name) => name.Length is >= 2 and <= 6 && name.All(char.IsUpper)
        && name is not ("END" or "ENDS" or "TOP" or "MORE" or "NEWS" or "PHOTO" or "FILE" or "LIVE" or "SHARE" or "PRINT" or "STAFF" or "UPDATE" or "BY" or "MENU" or "HOME" or "NEXT" or "BACK" or "VIDEO" or "ADVERT" or "AD");

    private static string Bare(string name)
    {
        name = name.Trim().TrimEnd('.', ',', ';', ':').Trim('(', ')', '—', '–', '-', ' ');
        return name.StartsWith("The ", StringComparison.Ordinal) || name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
    }
}
