using System.Collections.Immutable;
using System.Text;

namespace Stemma.Evaluation.Mentions;

/// <summary>What <see cref="MentionsEvaluation"/> measures.</summary>
/// <param name="Documents">How many were asked about.</param>
public sealed record MentionsScore(int Documents, ImmutableArray<MentionAnswer> Answers)
{
    private const int Draws = 2000;

    /// <summary>Names, and the pronouns of the third person with "who": what the bars are set on.</summary>
    public MentionShares Together => Shares(MentionKind.HeOrShe, MentionKind.They, MentionKind.Who, MentionKind.Name);

    /// <summary>Shares over the mentions of these kinds.</summary>
    public MentionShares Shares(params MentionKind[] kinds)
    {
        MentionAnswer[] asked = [.. Answers.Where(a => a.IsAsked && kinds.Contains(a.Kind))];
        (double right, double resolved) = Of(asked);
        double[] rights = new double[Draws];
        double[] resolveds = new double[Draws];
        MentionAnswer[][] byDocument = [.. Enumerable.Range(0, Documents).Select(d => asked.Where(a => a.Document == d).ToArray())];
        Random random = new(20061);
        for (int draw = 0; draw < Draws; draw++)
        {
            int total = 0, answered = 0, hits = 0;
            for (int d = 0; d < Documents; d++)
            {
                MentionAnswer[] document = byDocument[random.Next(Documents)];
                total += document.Length;
                answered += document.Count(a => a.IsResolved);
                hits += document.Count(a => a.IsRight);
            }

            (rights[draw], resolveds[draw]) = (Share(hits, answered), Share(answered, total));
        }

        return new MentionShares(asked.Length, resolved, Interval(resolveds), right, Interval(rights));
    }

    private static (double Right, double Resolved) Of(MentionAnswer[] asked)
    {
        int answered = asked.Count(a => a.IsResolved);
        return (Share(asked.Count(a => a.IsRight), answered), Share(answered, asked.Length));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static (double Low, double High) Interval(double[] draws)
    {
        Array.Sort(draws);
        return (draws[Draws / 40], draws[Draws - 1 - (Draws / 40)]);
    }

    public override string ToString()
    {
        StringBuilder table = new();
        table.Append(FormattableString.Invariant($"{Documents} documents; in brackets 95 % of {Draws} draws of as many documents\n"));
        table.Append("                         asked  resolved %              right, of those resolved %\n");
        Line("he, she", Shares(MentionKind.HeOrShe));
        Line("they", Shares(MentionKind.They));
        Line("who", Shares(MentionKind.Who));
        Line("pronouns", Shares(MentionKind.HeOrShe, MentionKind.They, MentionKind.Who));
        Line("names", Shares(MentionKind.Name));
        Line("pronouns and names", Together);
        Line("I", Shares(MentionKind.I));
        Line("we", Shares(MentionKind.We));
        Line("you", Shares(MentionKind.You));
        Line("all of these", Shares(Enum.GetValues<MentionKind>()));
        MentionAnswer[] named = [.. Answers.Where(a => a.IsAsked && a.IsNamed is not null)];
        int told = named.Count(a => a.HasName);
        table.Append(FormattableString.Invariant(
            $"he and she whose name stands in the text: {named.Length}; ours tells a name for {Share(told, named.Length):F1} %, the right one for {Share(named.Count(a => a.IsNamed == true), told):F1} % of these\n"));
        MentionAnswer[] firsts = [.. Answers.Where(a => !a.IsAsked)];
        table.Append(FormattableString.Invariant($"without an earlier mention in gold: {firsts.Length}, of which ours points somewhere {firsts.Count(a => a.IsResolved)}"));
        return table.ToString();

        void Line(string what, MentionShares s) => table.Append(FormattableString.Invariant(
            $"{what,-24} {s.Asked,5}  {s.Resolved,6:F1}  [{s.ResolvedInterval.Low,5:F1}, {s.ResolvedInterval.High,5:F1}]  {s.Right,6:F1}  [{s.RightInterval.Low,5:F1}, {s.RightInterval.High,5:F1}]\n"));
    }
}
