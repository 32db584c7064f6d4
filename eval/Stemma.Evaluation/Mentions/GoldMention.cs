namespace Stemma.Evaluation.Mentions;

/// <summary>A phrase that gold counts to a chain. Indices are of the document's words.</summary>
/// <param name="Chain">Gold's number of what is meant; phrases of one number mean the same.</param>
/// <param name="Kind">GUM's kind of what is meant: "person", "organization", ...</param>
/// <param name="End">One past its last word.</param>
internal sealed record GoldMention(string Chain, string Kind, int First, int End)
{
    public int Length => End - First;
}
