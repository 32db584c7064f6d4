using System.Text;
using Stemma.Text;

namespace Stemma.Training;

/// <summary>A gold sentence as the engine would meet it: running text and token spans.</summary>
internal sealed record TrainingSentence(string Text, TextSpan[] Spans, GoldWord[] Words)
{
    /// <param name="recase">Applied to each form; must keep its length.</param>
    public static TrainingSentence Of(GoldSentence gold, Func<string, int, string> recase)
    {
        StringBuilder text = new();
        TextSpan[] spans = new TextSpan[gold.Words.Length];
        for (int i = 0; i < spans.Length; i++)
        {
            string form = recase(gold.Words[i].Form, i);
            spans[i] = new TextSpan(text.Length, text.Length + form.Length);
            text.Append(form);
            if (!gold.Words[i].Glued)
                text.Append(' ');
        }

        return new TrainingSentence(text.ToString(), spans, gold.Words);
    }

    public static TrainingSentence Of(GoldSentence gold) => Of(gold, (form, _) => form);

    /// <summary>The sentences, and copies of some as headlines, capitals and small letters would have them.</summary>
    /// <param name="every">One sentence in this many gets a copy of each kind.</param>
    public static List<TrainingSentence> WithCaseCopies(IEnumerable<GoldSentence> sentences, int every, Random random)
    {
        List<TrainingSentence> all = [];
        foreach (GoldSentence gold in sentences)
        {
            all.Add(Of(gold));
            if (random.Next(every) == 0)
                all.Add(Of(gold, (form, _) => form.ToUpperInvariant()));
            if (random.Next(every) == 0)
                all.Add(Of(gold, (form, _) => form.ToLowerInvariant()));
            if (random.Next(every) == 0)
                all.Add(Of(gold, (form, i) => i > 0 && form.Length < 4 ? form : Capital(form)));
            int lead = random.Next(2, 6);
            if (random.Next(every) == 0)
                all.Add(Of(gold, (form, i) => i < lead ? form.ToUpperInvariant() : form));
        }

        return all;
    }

    private static string Capital(string form) => char.ToUpperInvariant(form[0]) + form[1..];
}
