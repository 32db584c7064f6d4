namespace Stemma.Evaluation.Lineage;

/// <summary>Counts over the edges of one making.</summary>
/// <param name="Gold">Edges there are.</param>
/// <param name="Linked">Of those, found in either direction.</param>
/// <param name="Right">Of those, found from child to parent.</param>
/// <param name="Kept">Mean part of the child's rows of five words that stand in its parent, 0 to 1: how close the texts are.</param>
/// <param name="AsText">Of those, as a copy or rewrite and not as a credit or citation alone.</param>
public sealed record LineageTally(string Making, int Gold, int Linked, int Right, int AsText, double Kept);
