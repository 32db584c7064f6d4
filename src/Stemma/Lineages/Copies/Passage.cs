using System.Collections.Immutable;

namespace Stemma.Lineages;

/// <summary>A stretch of one report that stands, perhaps edited, in another: common runs in the same order, with short gaps.</summary>
/// <param name="Tiles">In order in both; the last ends both stretches.</param>
internal sealed record Passage(ImmutableArray<Tile> Tiles)
{
    public int From => Tiles[0].From;

    public int FromEnd => Tiles[^1].From + Tiles[^1].Length;

    public int To => Tiles[0].To;

    public int ToEnd => Tiles[^1].To + Tiles[^1].Length;
}
