using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out pointers to other stories: "Read: ..." lines, and the lists under "Further reading".</summary>
internal sealed partial class RelatedLinks
{
    private const int MaxWords = 32;

    public void Apply(ReportDraft draft)
    {
        bool inList = false, keepsLinks = false;
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (Pointer().Match(line) is { Success: true } pointer && Words.Count(line) <= MaxWords && !Words.HasSpeech(Words.Fold(line)))
            {
                Add(draft, line[pointer.Length..]);
                draft.Remove(i);
            }
            else if (line[0] is '>' or '»' or '►' or '▶' or '→' && IsListItem(line) && draft.IsTail(i))
            {
                Add(draft, line);
                draft.Remove(i);
            }
            else if (Heading().IsMatch(line))
            {
                inList = true;
                keepsLinks = !Popular().IsMatch(line);
                draft.Remove(i);
            }
            else if (inList)
            {
                if (IsListItem(line))
                {
                    if (keepsLinks)
                        Add(draft, line);
                    draft.Remove(i);
                }
                else
                    inList = false;
            }
        }
    }

    /// <summary>A pointer's text without the word that points: "READ MORE: Tolls to double" is "Tolls to double".</summary>
    public static string Title(string text) => Pointer().Match(text) is { Success: true } pointer ? text[pointer.Length..] : text;

    private static void Add(ReportDraft draft, string text)
    {
        text = text.Trim().TrimStart('•', '-', '–', '*', '»', '>', '|', ':', '►', '▶', '→').Trim();
        if (text.Length > 0)
            draft.AddLink(text);
    }

    /// <summary>A headline, as against the running text that may go on after a list.</summary>
    private static bool IsListItem(string line) =>
        Words.Count(line) is >= 3 and <= 25 && !line.EndsWith('.') && !line.StartsWith("By ", StringComparison.Ordinal) && !line.StartsWith('(') && !line.Contains('©', StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:[•>»*–—-]\s*)?(?:READ|Read|ALSO READ|Also [Rr]ead|READ ALSO|Read [Aa]lso|READ MORE|Read [Mm]ore|READ NEXT|Read [Nn]ext|READ HERE|Read here|SEE ALSO|See [Aa]lso|SEE MORE|See more|RELATED|Related|RELATED (?:STORY|STORIES|ARTICLE|ARTICLES|NEWS|READ|COVERAGE|VIDEO|LINKS?|TOPICS?|CONTENT)|Related (?:[Ss]tory|[Ss]tories|[Aa]rticle|[Aa]rticles|[Nn]ews|[Rr]ead|[Cc]overage|[Vv]ideo|[Ll]inks?|[Tt]opics?|[Cc]ontent)|WATCH|Watch|WATCH NOW|Watch [Nn]ow|WATCH MORE|LISTEN|Listen|MORE|More|MORE ON THIS|More on this(?: story| topic)?|DON[’']T MISS|Don[’']t [Mm]iss|RECOMMENDED|Recommended|FURTHER READING|Further [Rr]eading|EXPLAINER|Explainer|OPINION|IN PICTURES|In [Pp]ictures|CLICK HERE|Click here|Also in [^:]{3,30}|ALSO IN [^:]{3,30})\s*[:|»>]\s*(?=[""“‘'\[]?[\p{Lu}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^\W*(?:further reading|related (?:stories|articles|news|coverage|content|links|posts|reading)|more (?:on this (?:story|topic)|stories|news|coverage|reading|from (?:this section|around the web|the web))|read (?:more|next|also)|also read|see also|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:reading|stories|for you))?|more (?:great )?[\p{L}\d’' ]{1,25}(?:stories|coverage|reading)|explore further|related coverage(?: from)?[^.!?]{0,40}|more from [\p{L}\d’' ]{2,30}|most (?:read|popular|viewed|shared)(?: stories)?|popular (?:now|stories|posts)|trending(?: now| stories)?|top stories|latest (?:news|stories|headlines)|editors?[’']?s? (?:picks|choice)|don[’']t miss|up next|in case you missed it|elsewhere on the web|sponsored stories)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"most|popular|trending|top stories|latest|editor|sponsored|elsewhere|around the web|you m", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Popular();
}
