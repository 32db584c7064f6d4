using System.IO.Compression;
using System.Text;

namespace Stemma.Cli.Tests.Evaluation.Language;

/// <summary>Our figures on gold tokens are those that the reference scorer gives to what <c>stemma annotate</c> prints.</summary>
public sealed class LanguageReferenceTests : IDisposable
{
    private const string Scorer = "conllu_score.py";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ReferenceFact(Scorer)]
    public async Task Both_agree_on_a_small_treebank_with_every_kind_of_row() => await Agree(SmallTreebank.Write(folder));

    [ReferenceFact(Scorer, "ud-ewt/dev.conllu.gz")]
    public async Task Both_agree_on_web_text() => await Agree(ReferenceFactAttribute.CorpusPath("ud-ewt/dev.conllu.gz"));

    [ReferenceFact(Scorer, "conllpp/dev.conllu.gz")]
    public async Task Both_agree_on_names_in_news() => await Agree(ReferenceFactAttribute.CorpusPath("conllpp/dev.conllu.gz"));

    [ReferenceFact(Scorer, "gum/dev.conllu.gz")]
    public async Task Both_agree_on_many_genres_once_withheld_documents_are_left_out() =>
        await Agree(WithoutReddit(ReferenceFactAttribute.CorpusPath("gum/dev.conllu.gz")), ReferenceFactAttribute.CorpusPath("gum/dev.conllu.gz"));

    /// <param name="asked">What our command is given where it is not the same file.</param>
    private async Task Agree(string gold, string? asked = null)
    {
        string ours = folder.File("ours.conllu", (await Call.StemmaAsync("annotate", "--format", "conllu", gold)).Output);
        string reference = ReferenceFactAttribute.Run(Scorer, ours, gold);
        Call call = await Call.StemmaAsync("eval", "language", asked ?? gold);
        Assert.Equal((0, ""), (call.Status, call.Error));
        Assert.Matches(@"^\d+ sentences, \d+ tokens\n(UPOS|entities) ", reference);
        Assert.Contains("\n" + reference, call.Output, StringComparison.Ordinal);
    }

    private string WithoutReddit(string path)
    {
        using GZipStream packed = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(packed, Encoding.UTF8);
        StringBuilder kept = new();
        bool reddit = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
                reddit = line.Contains("GUM_reddit_", StringComparison.Ordinal);
            if (!reddit)
                kept.Append(line).Append('\n');
        }

        return folder.File("gold.conllu", kept.ToString());
    }
}
