using System.Globalization;
using Stemma.Evaluation.Extraction;
using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Training.Pages;

/// <summary>Fits the scorer of page blocks, and tells how good it is on pages of sites that it was not fitted on.</summary>
internal sealed class PageTraining(string corpus, int trees, int depth, double rate, double power)
{
    /// <summary>Parts that the sites are dealt into, in order of a hash of their names.</summary>
    private const int Folds = 6;

    private const int InnerFolds = 3;

    private static readonly ReportReader Cleaner = new();

    private readonly PageExample[] pages = Load(corpus, power);

    private static PageExample[] Load(string corpus, double power)
    {
        ClassWords words = new();
        BlockCues cues = new();
        PageExample[] pages = [.. PageCorpus.Read(corpus).Select(p => PageExample.Of(p, words, cues, power))];
        // The best that any choice of blocks could reach.
        Print("choice by gold", pages.Select(p => (p, p.Labels)));
        Print("choice by rules", pages.Select(p => (p, p.Rows.Select(r => r[^1]).ToArray())));
        Console.WriteLine($"{pages.Length} pages, {pages.Sum(p => p.Blocks.Count)} blocks, {pages.Sum(p => p.Labels.Count(l => l > 0.5))} of articles");
        return pages;
    }

    /// <summary>Each site's pages scored by a model that never saw the site.</summary>
    public Dictionary<string, float[]> CrossValidate()
    {
        Dictionary<string, float[]> chances = [];
        object door = new();
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            PageExample[] seen = [.. pages.Where(p => Fold(p, Folds) != fold)], kept = [.. pages.Where(p => Fold(p, Folds) == fold)];
            (Forest first, Forest second) = Fit(seen);
            foreach (PageExample page in kept)
            {
                float[] scored = Second(page, second, First(page, first));
                lock (door)
                    chances.Add(page.Gold.Key, scored);
            }
        });
        Print("left out of the fit", pages.Select(p => (p, chances[p.Gold.Key])));
        Print("  and cleaned", pages.Select(p => (p, chances[p.Gold.Key])), cleaned: true);
        return chances;
    }

    public (Forest First, Forest Second) FitAll()
    {
        (Forest first, Forest second) = Fit(pages);
        Print("as fitted", pages.Select(p => (p, Second(p, second, First(p, first)))));
        return (first, second);
    }

    private (Forest First, Forest Second) Fit(PageExample[] seen)
    {
        // The second reading is fitted on what the first says of pages that it was not fitted on, as it will be used.
        Dictionary<string, float[]> outside = [];
        for (int fold = 0; fold < InnerFolds; fold++)
        {
            Forest inner = FitFirst([.. seen.Where(p => Fold(p, Folds * InnerFolds) / Folds != fold)]);
            foreach (PageExample page in seen.Where(p => Fold(p, Folds * InnerFolds) / Folds == fold))
                outside.Add(page.Gold.Key, First(page, inner));
        }

        float[][] rows = [.. seen.SelectMany(p => BlockContext.Extend(p.Tree, p.Blocks, p.Rows, outside[p.Gold.Key]))];
        Forest second = new ForestTrainer(trees, depth, rate).Fit(rows, [.. seen.SelectMany(p => p.Labels)], [.. seen.SelectMany(p => p.Weights)]);
        return (FitFirst(seen), second);
    }

    private Forest FitFirst(PageExample[] seen) =>
        new ForestTrainer(trees, depth, rate).Fit([.. seen.SelectMany(p => p.Rows)], [.. seen.SelectMany(p => p.Labels)], [.. seen.SelectMany(p => p.Weights)]);

    private static float[] First(PageExample page, Forest forest) => [.. page.Rows.Select(r => forest.Probability(r))];

    private static float[] Second(PageExample page, Forest forest, float[] chances) =>
        [.. BlockContext.Extend(page.Tree, page.Blocks, page.Rows, chances).Select(r => forest.Probability(r))];

    private static int Fold(PageExample page, int folds) => (int)(Stemma.Text.StableHash.Of(page.Site) % (ulong)folds);

    private static void Print(string what, IEnumerable<(PageExample Page, float[] Chances)> scored, bool cleaned = false)
    {
        Dictionary<string, string?> truth = [], found = [];
        foreach ((PageExample page, float[] chances) in scored)
        {
            truth[page.Gold.Key] = page.Gold.Text;
            bool[] chosen = ArticleChoice.Of(page.Tree, page.Blocks, chances, [.. page.Rows.Select(r => r[^1] > 0)], page.Facts);
            string text = string.Join("\n\n", page.Blocks.Where((_, i) => chosen[i]).Select(b => b.Text));
            found[page.Gold.Key] = cleaned ? Cleaner.Read(PageReader.Fill(new RawReport { Input = "", Text = text, FromPage = true }, page.Metadata)).Body : text;
        }

        ExtractionFigures figures = ExtractionFigures.Of(truth, found);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-22} F1 {figures.F1:0.0000}  P {figures.Precision:0.0000}  R {figures.Recall:0.0000}  exact {figures.Exact:0.000}"));
    }

    /// <summary>Writes what was chosen of each page, and what was wrong, for reading.</summary>
    public void WriteMisses(string path, Dictionary<string, float[]> chances)
    {
        using StreamWriter writer = new(path);
        foreach (PageExample page in pages)
        {
            float[] chance = chances[page.Gold.Key];
            bool[] chosen = ArticleChoice.Of(page.Tree, page.Blocks, chance, [.. page.Rows.Select(r => r[^1] > 0)], page.Facts);
            double f1 = ShingleScore.Of(page.Gold.Text, string.Join("\n\n", page.Blocks.Where((_, i) => chosen[i]).Select(b => b.Text))).F1;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"===== {f1:0.000} {page.Gold.Key[..8]} {page.Gold.Url}"));
            for (int i = 0; i < chance.Length; i++)
            {
                if (chosen[i] == page.Labels[i] > 0.5)
                    continue;
                string text = page.Blocks[i].Text;
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(chosen[i] ? "EXTRA" : "MISS ")} {chance[i]:0.00} {page.Labels[i]:0.00} {page.Tree[page.Blocks[i].Holder].Tag} {text[..Math.Min(160, text.Length)]}"));
            }
        }
    }
}
