namespace Stemma.Stories;

/// <summary>One term over a set of reports.</summary>
/// <param name="Reports">How many of them have it.</param>
/// <param name="Titles">How many have it in the headline.</param>
/// <param name="Names">How many have it as a name.</param>
/// <param name="Places">How many have it as the name of a place.</param>
/// <param name="MayBeOwn">As <see cref="Term.MayBeOwn"/>. The words of a full name are terms too, so that full names are left out.</param>
internal readonly record struct TermSum(ulong Id, float Weight, int Reports, int Titles, int Names, int Places, bool MayBeOwn)
{
    public bool IsName => Names > 0;

    /// <summary>Whether at least half of the reports that have it as a name use it as a place.</summary>
    public bool IsPlace => Names > 0 && Places * 2 >= Names;

    public static TermSum Of(Term term) => new(term.Id, term.Weight, 1, term.IsInTitle ? 1 : 0, term.IsName ? 1 : 0, term.IsPlace ? 1 : 0, term.MayBeOwn);

    public TermSum With(Term term) => new(
        Id, Weight + term.Weight, Reports + 1, Titles + (term.IsInTitle ? 1 : 0), Names + (term.IsName ? 1 : 0), Places + (term.IsPlace ? 1 : 0), term.MayBeOwn);
}
