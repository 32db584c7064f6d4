using Stemma.Language; using Stemma.Language.Coreference;
namespace Stemma.Training.Coreference;
internal static class Show
{
    sealed class G(ReferenceModel m, LinguisticText t) : IReferenceGuide
    {
        public int Choose(MentionList ml, int p, IReadOnlyList<Candidate> c, IReadOnlyList<uint[]> f)
        {
            int[] s = [.. f.Select(k => m.Score(k))];
            Mention q = ml.All[p];
            int group = q.Pronoun switch { PronounClass.He or PronounClass.She => 0, PronounClass.They => 1, PronounClass.It => 2, PronounClass.I => 3, PronounClass.We => 4, _ => 5 };
            int b = m.Best(s, group, out bool sure);
            double tot = s.Sum(x => Math.Exp((x - s.Max()) / 256.0));
            int st = t.Tokens[q.Head].Span.Start;
            Console.WriteLine($"…{t.Text[Math.Max(0, st - 60)..st].ReplaceLineEnds()}[{q.Head} {t.Tokens[q.Head].Span.In(t.Text)}] {(b < 0 ? "NONE" : sure ? "sure" : "unsure")}: " +
                string.Join("; ", Enumerable.Range(0, s.Length).OrderByDescending(i => s[i]).Take(5).Select(i => (i == c.Count ? "none" : $"{t.Tokens[ml.All[c[i].Mention].First].Span.In(t.Text)}{(ml.All[c[i].Mention].Head)}({c[i].Referent.Name?.Name},{c[i].Referent.Female},{c[i].Referent.Kind},x{c[i].Referent.Count})") + $" {Math.Exp((s[i] - s.Max()) / 256.0) / tot:F2}")));
            if (Environment.GetEnvironmentVariable("TOK") == q.Head.ToString(System.Globalization.CultureInfo.InvariantCulture))
                foreach (int i in Enumerable.Range(0, s.Length).OrderByDescending(i => s[i]).Take(2))
                    Console.WriteLine("   " + s[i] + ": " + string.Join(" ", f[i].Select((k, n) => $"{n}:{m.Score([k])}")));
            return b;
        }
    }
    static string ReplaceLineEnds(this string s) => s.ReplaceLineEndings(" ");
    public static void Run(string path)
    {
        LinguisticText t = new LanguageEngine().Analyse(File.ReadAllText(path));
        foreach (EntityMention e in t.Entities) Console.Write($"{e.Span.In(t.Text)}={e.Kind}:{e.Name}:{e.Female}; ");
        Console.WriteLine();
        new ReferenceReader(new ReferenceLexicon()).Read(t, null, new G(ReferenceModel.Load(), t));
    }
}
