namespace Stemma.Evaluation.Coreference;

/// <summary>The largest sum of a one-to-one matching of rows and columns (Kuhn 1955, with potentials after Munkres 1957).</summary>
internal static class BestMatching
{
    /// <param name="gain">Any number of rows and columns; what is left over is matched with nothing and gains 0.</param>
    public static double Sum(double[,] gain)
    {
        int rows = gain.GetLength(0), columns = gain.GetLength(1);
        if (rows > columns)
            return Sum(Turned(gain));

        // Cost is the negative gain; index 0 of the columns is a place to start from.
        double[] u = new double[rows + 1], v = new double[columns + 1];
        int[] rowOf = new int[columns + 1], way = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            double[] least = new double[columns + 1];
            Array.Fill(least, double.PositiveInfinity);
            bool[] used = new bool[columns + 1];
            rowOf[0] = row;
            int at = 0;
            do
            {
                used[at] = true;
                int here = rowOf[at], next = 0;
                double delta = double.PositiveInfinity;
                for (int column = 1; column <= columns; column++)
                {
                    if (used[column])
                        continue;
                    double cost = -gain[here - 1, column - 1] - u[here] - v[column];
                    if (cost < least[column])
                        (least[column], way[column]) = (cost, at);
                    if (least[column] < delta)
                        (delta, next) = (least[column], column);
                }

                for (int column = 0; column <= columns; column++)
                {
                    if (used[column])
                    {
                        u[rowOf[column]] += delta;
                        v[column] -= delta;
                    }
                    else
                    {
                        least[column] -= delta;
                    }
                }

                at = next;
            }
            while (rowOf[at] != 0);

            for (; at != 0; at = way[at])
                rowOf[at] = rowOf[way[at]];
        }

        return Enumerable.Range(1, columns).Where(c => rowOf[c] > 0).Sum(c => gain[rowOf[c] - 1, c - 1]);
    }

    private static double[,] Turned(double[,] gain)
    {
        double[,] turned = new double[gain.GetLength(1), gain.GetLength(0)];
        for (int i = 0; i < gain.GetLength(0); i++)
        {
            for (int j = 0; j < gain.GetLength(1); j++)
                turned[j, i] = gain[i, j];
        }

        return turned;
    }
}
