using System.Collections.Immutable;

namespace Stemma.Web.Pages.Stories.Drawing;

/// <summary>Where the arrows of a lineage run: down one trunk beside their parent, then along the child's own line.</summary>
/// <remarks>
/// All arrows of one parent share its trunk, so that a text with forty copies has one line that branches and not forty that fan out; whatever still has to cross does so at a right angle.
/// Trunks of one moment keep apart from each other and from the dots between their ends. Arrows into one child arrive above each other, the nearest trunk outermost, so that they do not cross.
/// </remarks>
public sealed class LineageRoutes
{
    private const int Dot = 6;
    private const int Turn = 7;
    private const int LaneWidth = 6;
    private const int Tip = 12;
    private const int Bend = 17;
    private const int Apart = 8;
    private const int MostApart = 11;

    private readonly LineageRows layout;
    private readonly Func<int, double> x;
    private readonly Func<int, int> y;
    private readonly double room;
    private readonly Dictionary<int, int> lanes = [];
    private readonly Dictionary<LineageLink, int> arrivals = [];

    /// <param name="x">Of a step, in pixels.</param>
    /// <param name="y">Of a line, in pixels.</param>
    /// <param name="pitch">From one step to the next, in pixels.</param>
    public LineageRoutes(LineageRows layout, Func<int, double> x, Func<int, int> y, double pitch)
    {
        ArgumentNullException.ThrowIfNull(layout);
        (this.layout, this.x, this.y, room) = (layout, x, y, pitch - Tip - 3);
        Lanes();
        Arrivals();
    }

    /// <returns>The arrow as an SVG path, from the parent to the child.</returns>
    public string Path(LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        double fromX = x(layout.Rows[link.FromRow].Step), fromY = y(link.FromRow), toX = x(layout.Rows[link.ToRow].Step), toY = y(link.ToRow);
        int side = Math.Sign(toY - fromY);
        if (!Forward(link))
        {
            // A clock that is wrong, or two of one moment: out to the right, and back into the child.
            double swing = Math.Max(Trunk(link.FromRow), toX + Tip + Turn + 1);
            return FormattableString.Invariant($"M{fromX + Dot:0.#} {fromY}H{swing - Turn:0.#}q{Turn} 0 {Turn} {side * Turn}V{toY - (side * Turn)}q0 {side * Turn} -{Turn} {side * Turn}H{toX + Tip:0.#}");
        }

        double trunk = Trunk(link.FromRow);
        int aside = toX - Bend > trunk ? arrivals[link] : 0;
        double end = toY + aside, turn = Math.Clamp(toX - Tip - trunk, 0, Turn);
        string start = trunk - fromX < 1
            ? FormattableString.Invariant($"M{fromX:0.#} {fromY + (side * Dot)}")
            : FormattableString.Invariant($"M{fromX + Dot:0.#} {fromY}H{trunk - 3:0.#}q3 0 3 {side * 3}");
        // Whoever does not come straight points at the dot from where his line ends.
        double aslant = Math.Sqrt((Bend * Bend) + (aside * aside));
        string arrival = aside == 0 ? FormattableString.Invariant($"H{toX - Tip:0.#}") : FormattableString.Invariant($"H{toX - Bend:0.#}L{toX - (Bend * Tip / aslant):0.#} {toY + (aside * Tip / aslant):0.#}");
        return FormattableString.Invariant($"{start}V{end - (side * Turn):0.#}q0 {side * Turn} {turn:0.#} {side * Turn}{arrival}");
    }

    /// <summary>Whether there is room from the trunk to the child to come from the left.</summary>
    private bool Forward(LineageLink link) => x(layout.Rows[link.ToRow].Step) - Tip > x(layout.Rows[link.FromRow].Step);

    private double Trunk(int row)
    {
        double at = x(layout.Rows[row].Step);
        int lane = lanes.GetValueOrDefault(row);
        return lane == 0 ? at : at + Math.Min(Dot + 4 + ((lane - 1) * LaneWidth), Math.Max(1, room));
    }

    /// <summary>Lane 0 is straight under the dot; others lie to the right of it.</summary>
    private void Lanes()
    {
        Dictionary<int, List<(int Lane, int First, int Last)>> taken = [];
        foreach (IGrouping<int, LineageLink> family in layout.Links.Where(Forward).GroupBy(l => l.FromRow).OrderBy(g => g.Key))
        {
            int step = layout.Rows[family.Key].Step;
            int first = family.Min(l => Math.Min(l.FromRow, l.ToRow)), last = family.Max(l => Math.Max(l.FromRow, l.ToRow));
            List<(int Lane, int First, int Last)> others = taken.TryGetValue(step, out List<(int, int, int)>? known) ? known : taken[step] = [];
            bool dotBetween = Enumerable.Range(first, last - first + 1).Any(row => row != family.Key && layout.Rows[row].Step == step);
            int lane = dotBetween ? 1 : 0;
            while (others.Any(o => o.Lane == lane && o.First <= last && o.Last >= first))
                lane++;
            others.Add((lane, first, last));
            lanes[family.Key] = lane;
        }
    }

    private void Arrivals()
    {
        foreach (IGrouping<int, LineageLink> child in layout.Links.Where(Forward).GroupBy(l => l.ToRow))
        {
            LineageLink[] above = [.. child.Where(l => l.FromRow < child.Key).OrderBy(l => Trunk(l.FromRow))], below = [.. child.Where(l => l.FromRow >= child.Key).OrderBy(l => Trunk(l.FromRow))];
            for (int i = 0; i < above.Length; i++)
                arrivals[above[i]] = -Math.Min(i * Apart, MostApart);
            for (int i = 0; i < below.Length; i++)
                arrivals[below[i]] = Math.Min((i + (above.Length > 0 ? 1 : 0)) * Apart, MostApart);
        }
    }
}
