namespace Stemma.Cli.Tests.Evaluation;

/// <summary>A fact that needs corpora beside the checkout; skipped, with the reason, where one is absent.</summary>
internal sealed class CorpusFactAttribute : FactAttribute
{
    /// <param name="corpora">Files below <c>../shared/corpora</c>.</param>
    public CorpusFactAttribute(params string[] corpora)
    {
        if (Array.Find(corpora, c => !File.Exists(ReferenceFactAttribute.CorpusPath(c))) is { } absent)
            Skip = $"../shared/corpora/{absent} is not at hand";
    }
}
