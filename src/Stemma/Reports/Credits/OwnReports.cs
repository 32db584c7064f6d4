using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>How a newsroom speaks of its own earlier reports, mostly to put them right: "In a Monday story, this agency wrote ...", "An article on 3 February said ...".</summary>
/// <remarks>Conventions of correction lines as agencies and papers print them. Words in quotation marks are somebody else's "we" and never asked about: <see cref="Unquoted"/>.</remarks>
internal static partial class OwnReports
{
    private const string House = "this (?:agency|newspaper|paper|site|website|service|publication|station|programme|program)";
    private const string Item = "(?:article|story|stories|report|item|dispatch|headline|caption|version|edition|post|piece)";
    private const string Telling = "(?:wrote|reported|said|stated|gave|put|published|described|called)";
    private const string Erring = "(?:misstated|misidentified|misspelled|misspelt|misattributed|misquoted|misread|misheard|erroneously|incorrectly|wrongly|mistakenly)";

    /// <summary>Whether a line is nothing but a note on an error: "This story corrects ...", "(In the sixth paragraph of a Monday story, this agency wrote that ...)", "An article on Tuesday misstated ...".</summary>
    public static bool IsNote(string line) => Note().IsMatch(line);

    /// <summary>Whether a headline says that the report is a correction and nothing else.</summary>
    public static bool IsCorrection(string? headline) => headline is not null && Heading().IsMatch(headline);

    /// <summary>Whether unquoted words that stand for a source mean the newsroom or its report: "this agency", "we", "an article on 3 February".</summary>
    /// <param name="corrects">Whether the report is a correction and nothing else: "the report" is its own then, and anybody's elsewhere.</param>
    public static bool IsItself(string source, bool corrects) => Itself().IsMatch(source) || (corrects && TheItem().IsMatch(source));

    /// <summary>Whether an unquoted text tells what the newsroom reported earlier.</summary>
    /// <inheritdoc cref="IsItself"/>
    public static bool Tells(string text, bool corrects) => Told().IsMatch(text) || (corrects && ToldOfTheItem().IsMatch(text));

    /// <summary>Whether an unquoted text owns to an error of the newsroom's own.</summary>
    public static bool Errs(string text) => Error().IsMatch(text);

    public static string Unquoted(string text) => Quoted().Replace(text, " ");

    [GeneratedRegex(@"^[(\[*]*\s*(?:This " + Item + @" (?:corrects|amends|clarifies)\b|In (?:an?|the|its|our|some|two)\b[^.;]{0,70}\b" + Item + @"s?\b[^.;]{0,60}\b(?:we|" + House + @"|the agency|\p{Lu}[\p{L}’' ]{2,40}) (?:" + Telling + "|" + Erring + @")\b|(?:An|The|Our|Its|A) " + Item + @"s?\b.{0,140}?\b(?:" + Erring + @"|gave the wrong|gave an incorrect)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"^\W*(?:corrections?|clarifications?|retractions?|apolog(?:y|ies)|erratum|for the record|to our readers|an? (?:apology|correction))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:" + House + @"|we|(?:our|this) " + Item + @"\b.*|an? (?:(?:earlier|previous|original) " + Item + @"\b.*|" + Item + @" (?:on|of|published)\b.*))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Itself();

    [GeneratedRegex(@"^(?:the|its|an?) (?:earlier |previous |original |first )?" + Item + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TheItem();

    [GeneratedRegex(@"\b(?:we (?:reported|wrote|published|gave)|we (?:should (?:not|never)|shouldn[’']t) have (?:published|reported|run|printed|aired)|we (?:hereby )?(?:retract|withdraw)|" + House + @" (?:" + Telling + "|" + Erring + @")|(?:our " + Item + @"\b|an? (?:earlier|previous|original) " + Item + @"\b|an? " + Item + @" (?:on|of|published)\b)[^.;]{0,60}? (?:" + Telling + "|" + Erring + @"))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"\bthe (?:article|story|headline|post|report)\b[^.;]{0,40}? (?:also )?(?:" + Telling + "|" + Erring + @")\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToldOfTheItem();

    [GeneratedRegex(@"\b(?:" + Erring + @"|in error|mistaken|wrong|incorrect|erroneous|should have (?:been|said|read)|we (?:regret|apologi[sz]e))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    [GeneratedRegex(@"“[^”]*”|""[^""]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
