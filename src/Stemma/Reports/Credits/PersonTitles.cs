using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Forms of address, ranks and degrees around people's names in bylines.</summary>
internal static partial class PersonTitles
{
    /// <summary>"Dr. Jane Roe", "Staff Sgt. Jane Roe", "Sir John Doe MP" without what is no part of the name.</summary>
    public static string Strip(string name)
    {
        string bare = Degrees().Replace(Ranks().Replace(name, ""), "");
        return bare.Contains(' ', StringComparison.Ordinal) ? bare : name; // "Dr. Roe": all the name there is
    }

    /// <summary>Whether it begins with a form of address or a rank, as no body's name does.</summary>
    public static bool IsTitled(string name) => Ranks().IsMatch(name);

    /// <summary>Whether it is a degree, an honour or a seat behind a name, and nothing else: "PhD", "M.D.", "MP".</summary>
    public static bool IsDegree(string text) => Degrees().Replace("x " + text, "") == "x";

    // Several may stand in a row. Those that are given names too ("Major", "Dean") count only in their short form with a point.
    [GeneratedRegex(@"^(?:(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame|Reverend|Rabbi|Lieutenant|Colonel|Captain|Sergeant|Corporal|Lt|Capt|Sgt|Cpl|Ambassador|Senator|Senior Airman|Airman(?: 1st Class)?|Petty Officer \d\w\w Class|Mass Communication Specialist \d\w\w Class|Chief Petty Officer|Lance Corporal)\.?|(?:Rev|Fr|Sen|Rep|Hon|Col|Gen|Maj|Pfc|Spc|Pvt|Cmdr|Adm|Ens|Lt\. Col|Staff Sgt|Tech|Master Sgt|Lance Cpl)\.) (?=\p{Lu})){1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Ranks();

    [GeneratedRegex(@"(?:,? (?:Ph\.?D|M\.?D|M\.?P\.?H|M\.?B\.?A|R\.?N|J\.?D|LL\.?[BM]|Esq|M\.?P|MSP|MEP|MLA|KC|QC|OBE|CBE|MBE|FRS)\.?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Degrees();
}
