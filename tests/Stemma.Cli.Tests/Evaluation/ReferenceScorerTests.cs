using System.Text.Json;
using Stemma.Evaluation.Cases;
using Stemma.Evaluation.Real;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>Our scorer and the one that the project is measured by give the same figures.</summary>
public sealed class ReferenceScorerTests
{
    [ReferenceFact("score.py")]
    public void Both_scorers_agree_on_every_category_of_every_case()
    {
        CaseEvaluation evaluation = new() { WithNoise = true };
        string own = Path.Combine(Checkout.Root, "eval");
        string[] directories = [Path.Combine(own, "gold"), Path.Combine(own, "cases"), Path.Combine(Checkout.Shared!, "cases")];
        int compared = 0;
        foreach (string directory in directories.Where(Directory.Exists))
        {
            foreach (EvaluationCase evaluationCase in EvaluationCase.Find(directory))
            {
                string picture = evaluation.PictureOf(evaluationCase, EvaluationCase.FindNoise(directory), CancellationToken.None);
                Agree(evaluationCase.Name, picture, evaluationCase.GoldFile);
                compared++;
            }
        }

        Assert.True(compared >= 3);
    }

    [ReferenceFact("score.py", "polnear/train.jsonl.gz", "ecbplus/stories.jsonl.gz")]
    public void Both_scorers_agree_on_every_category_of_real_reports()
    {
        CaseEvaluation evaluation = new();
        string directory = Path.Combine(Checkout.Root, "eval", "real");
        using TemporaryFolder folder = new();
        foreach (string file in RealCase.FilesIn(directory))
        {
            RealCase real = RealCase.Load(file, RealCase.CorporaBeside(directory));
            Agree(real.Name, evaluation.PictureOf(real, [], CancellationToken.None), folder.File("gold.json", real.Gold.GetRawText()));
        }
    }

    [ReferenceFact("score.py")]
    public void Both_scorers_agree_on_a_picture_with_characters_beyond_the_basic_plane_and_with_gaps()
    {
        using TemporaryFolder folder = new();
        string gold = folder.File("gold.json", HandMade.Gold.ToJsonString());
        Agree("hand-made", HandMade.Picture().ToJsonString(), gold);
        Agree("emoji", HandMade.Picture(before: "\U0001F600\U0001F600 ").ToJsonString(), gold);
        Agree("no story", """{ "stemma": "1", "stories": [], "rejected": [] }""", gold);
    }

    private static void Agree(string name, string picture, string goldFile)
    {
        using JsonDocument ours = JsonDocument.Parse(picture);
        using JsonDocument gold = JsonDocument.Parse(File.ReadAllBytes(goldFile));
        string[] own = [.. CaseScorer.Score(ours.RootElement, gold.RootElement).Categories.Select(c => $"{name} {c.Category} {c.Found}/{c.Asked}")];
        Assert.Equal(Reference(name, picture, goldFile), own);
    }

    private static string[] Reference(string name, string picture, string goldFile)
    {
        using TemporaryFolder folder = new();
        string output = ReferenceFactAttribute.Run("score.py", folder.File("picture.json", picture), goldFile, "--json");
        using JsonDocument rows = JsonDocument.Parse(output);
        return [.. rows.RootElement.EnumerateObject().Select(r => $"{name} {r.Name} {r.Value[0].GetInt32()}/{r.Value[1].GetInt32()}")];
    }
}
