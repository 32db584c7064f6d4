using System.Collections.Immutable;
using Stemma.Language.Networks;
using Stemma.Lineages;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Two drafts about the same thing that do not say the same of it.</summary>
internal sealed record DraftContrast(Draft First, Draft Second, Contrast Contrast, double Score);

/// <summary>Drafts joined into claims, and where drafts of different (or one) claims differ.</summary>
/// <param name="Groups">Each in the order given; groups by their first draft.</param>
internal sealed record Alignment(ImmutableArray<ImmutableArray<Draft>> Groups, ImmutableArray<DraftContrast> Contrasts);

/// <summary>Groups the assertions of a story that state the same thing.</summary>
/// <remarks>
/// Equal wording is one statement from the start. The rest is joined pair by pair, likest first, where the mean likeness of the
/// two groups suffices and no pair of them is parted by a number, a day, a name or a "not". Candidates come from an
/// inverted index of rare words, so the cost grows with what is shared and not with the square of the story.
/// </remarks>
/// <param name="vectors">Those that <see cref="Content.Vectors"/> are rows of.</param>
internal sealed class ClaimAligner(WordVectors vectors)
{
    /// <summary>Least likeness for a join. Swept .44 to .56 on the eight development cases: flat from .48 to .52, worse outside.</summary>
    private const double JoinAt = 0.5;

    /// <summary>Least likeness of a denial to the claim that it denies: it repeats somebody's words, and mostly few of them.</summary>
    private const double DeniedAt = 0.25;

    /// <summary>Least likeness of a statement to that of the report that it is taken from.</summary>
    private const double CitedAt = 0.25;

    /// <summary>Passages that lineage aligned need less: the copy is known, only the edit is open.</summary>
    private const double AlignedBonus = 0.12;

    /// <summary>Words, names, numbers and days that a statement has to have to be told in other words.</summary>
    private const int FewestFeatures = 2;

    /// <summary>Candidates looked at for each wording, likest first by the index alone.</summary>
    private const int CandidatesEach = 48;

    /// <summary>A word in more wordings than this finds no candidates; it would only find the story's theme.</summary>
    private const int CommonWord = 250;

    /// <summary>Members of a group that are compared before a join; more would cost without changing the answer.</summary>
    private const int Spokesmen = 6;

    /// <summary>From this learned likelihood on, statements whose words alone do not suffice are joined. Swept .55 to .9 on the development cases and on real reports: flat from .7 to .8.</summary>
    private const double LearnedAt = 0.7;

    private readonly StatementWeights learned = StatementWeights.Load();

    public Alignment Align(ImmutableArray<Draft> drafts, ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage, StoryNames names)
    {
        // 1. One node for each wording.
        Dictionary<(ulong, bool), int> known = [];
        List<List<Draft>> nodes = [];
        foreach (Draft draft in drafts.Where(d => d.TakesStand))
        {
            ulong key = draft.Content.Days.Aggregate(draft.Content.Fingerprint, (h, d) => StableHash.Combine(h, (ulong)(d.From?.DayNumber ?? 0)));
            if (!known.TryGetValue((key, draft.Denies), out int node))
            {
                known.Add((key, draft.Denies), node = nodes.Count);
                nodes.Add([]);
            }

            nodes[node].Add(draft);
        }

        FeatureWeights weights = new([.. nodes.Select(n => n[0].Content)]);
        ContentComparer comparer = new(weights);
        StatementLikeness likeness = new(vectors, weights);
        Wording?[] wordings = new Wording?[nodes.Count];
        HashSet<(int, int)> aligned = AlignedNodes(nodes, reports, lineage);

        // 2. Compare candidates.
        Dictionary<(int, int), Comparison> compared = [];
        List<(double Score, int First, int Second)> joins = [];
        List<HashSet<int>> parted = [.. nodes.Select(_ => new HashSet<int>())];
        foreach ((int first, int second) in Fellows(nodes))
        {
            parted[first].Add(second);
            parted[second].Add(first);
        }

        bool[] byWord = [.. nodes.Select(n => n[0].Denies && DeniedBefore.IsNamedByAWord(n[0], reports))];
        List<int>[] near = [.. nodes.Select(_ => new List<int>())];
        foreach ((int first, int second) in Candidates(nodes, weights).Union(aligned).Union(Refuted(nodes, comparer)).Order())
        {
            near[first].Add(second);
            near[second].Add(first);
            Comparison comparison = Compare(first, second);
            if (comparison.Score >= JoinAt)
            {
                if (comparison.Parted)
                {
                    parted[first].Add(second);
                    parted[second].Add(first);
                }
                else if (!byWord[first] && !byWord[second] && !(nodes[first][0].Denies && IsOpen(nodes[second][0])) && !(nodes[second][0].Denies && IsOpen(nodes[first][0])))
                {
                    joins.Add((comparison.Score, first, second));
                }
            }
        }

        // What is cited is said in what is cited, in whatever words: the likest statement there will be meant.
        foreach ((int citing, int said) in Cited(nodes, reports, Compare))
        {
            if (parted[citing].Contains(said) || nodes[citing][0].Denies != nodes[said][0].Denies)
                continue;
            (int, int) key = citing < said ? (citing, said) : (said, citing);
            compared[key] = compared[key] with { Score = Math.Max(compared[key].Score, JoinAt) };
            joins.Add((compared[key].Score, key.Item1, key.Item2));
        }

        // 3. Join.
        int[] group = [.. Enumerable.Range(0, nodes.Count)];
        List<int>[] members = [.. Enumerable.Range(0, nodes.Count).Select(i => new List<int> { i })];
        foreach ((_, int first, int second) in joins.OrderByDescending(j => j.Score).ThenBy(j => j.First).ThenBy(j => j.Second))
        {
            int a = group[first];
            int b = group[second];
            if (a != b && MayJoin(members[a], members[b]))
            {
                foreach (int node in members[b])
                    group[node] = a;
                members[a].AddRange(members[b]);
                members[b].Clear();
            }
        }

        // 4. What a denial denies is said somewhere: it goes to the likest claim that stands, though the words be few.
        Dictionary<Draft, int> nodeOf = new(nodes.SelectMany((n, i) => n.Select(d => KeyValuePair.Create(d, i))), ReferenceEqualityComparer.Instance);
        foreach (int denial in Enumerable.Range(0, nodes.Count).Where(n => members[n].Count > 0 && members[n].TrueForAll(m => nodes[m][0].Denies)).ToArray())
        {
            (double Score, int Group) best = members[denial]
                .SelectMany(m => near[m].Where(o => group[o] != denial && !nodes[o][0].Denies && nodes[o][0].TakesStand && !nodes[o][0].Content.HasNegation).Select(o => (Comparison: Compare(m, o), o)))
                .Where(c => !c.Comparison.Parted && c.Comparison.Score >= DeniedAt)
                .Select(c => (c.Comparison.Score, group[c.o]))
                .OrderByDescending(c => c.Score).ThenBy(c => c.Item2)
                .FirstOrDefault();
            // Word for word what is said elsewhere, however few the words.
            if (members[denial].Select(m => nodes[m][0].Content).SelectMany(c => Enumerable.Range(0, nodes.Count).Where(n => !nodes[n][0].Denies && nodes[n][0].Content.Fingerprint == c.Fingerprint && nodes[n][0].Content.People.SequenceEqual(c.People))).ToArray() is [var same, ..])
                best = (1, group[same]);
            if (byWord[denial])
                best = nodes[denial].Select(d => DeniedBefore.Of(d, drafts)).FirstOrDefault(d => d is not null) is { } meant && nodeOf.TryGetValue(meant, out int where) ? (1, group[where]) : default;
            if (best.Score <= 0 || best.Group == denial)
                continue;
            foreach (int node in members[denial])
                group[node] = best.Group;
            members[best.Group].AddRange(members[denial]);
            members[denial].Clear();
        }

        ImmutableArray<ImmutableArray<Draft>> groups = [.. members
            .Where(m => m.Count > 0)
            .Select(m => m.SelectMany(n => nodes[n]).OrderBy(d => d.Report).ThenBy(d => d.Span).ThenBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray())
            .Concat(drafts.Where(d => !d.TakesStand).GroupBy(d => (d.Content.Fingerprint, d.Stance)).Select(g => g.ToImmutableArray()))
            .OrderBy(g => g[0].Report).ThenBy(g => g[0].Span).ThenBy(g => g[0].Id, StringComparer.Ordinal)];
        return new(groups, [.. compared
            .OrderBy(c => c.Key)
            .SelectMany(c => c.Value.Contrasts.Select(x => new DraftContrast(nodes[c.Key.Item1][0], nodes[c.Key.Item2][0], x, c.Value.Score)))]);

        Comparison Compare(int first, int second)
        {
            (int, int) key = first < second ? (first, second) : (second, first);
            if (compared.TryGetValue(key, out Comparison? comparison))
                return comparison;
            Draft a = nodes[key.Item1][0];
            Draft b = nodes[key.Item2][0];
            // "The letter" is in many statements and is none of them.
            if (a.Denies == b.Denies && (IsFragment(a.Content) || IsFragment(b.Content)))
            {
                compared.Add(key, Comparison.Unrelated);
                return Comparison.Unrelated;
            }

            comparison = comparer.Compare(a.Content, b.Content);
            if (comparison.Score < JoinAt && likeness.MayBeAlike(a.Content, b.Content) && MayTellTheSame(a.Content, b.Content) && learned.Of(likeness.Of(a.Content, b.Content, comparison.Score)) >= LearnedAt)
                comparison = comparison with { Score = JoinAt };
            if (aligned.Contains(key) && comparison.Score > 0)
                comparison = comparison with { Score = Math.Min(1, comparison.Score + AlignedBonus) };
            // A fragment that counts nothing supports no count, though all of its words stand in it.
            if (comparison.Score >= JoinAt && a.Denies == b.Denies && ((!aligned.Contains(key) && (CountsAlone(a.Content, b.Content) || (AmountContrasts.CountOtherwise(a.Content, b.Content) && !comparison.Contrasts.Any(c => c.Kind is Differences.DifferenceKind.Number)))) || NamesAlone(a.Content, b.Content) || NamesAlone(b.Content, a.Content)))
                comparison = comparison with { Score = JoinAt - 0.01 };
            // A denial belongs to the claim that it denies: "denied that X" beside "X", and beside "not X".
            if (a.Denies != b.Denies)
                comparison = comparison with { Contrasts = [.. comparison.Contrasts.Where(c => c.Kind is not Differences.DifferenceKind.Existence)] };
            if (comparison.Score >= DeniedAt && !comparison.Parted && WordingEdits.Part(WordingOf(key.Item1), WordingOf(key.Item2), a.Denies == b.Denies))
                comparison = comparison with { Edited = true };
            compared.Add(key, comparison);
            return comparison;
        }

        Wording WordingOf(int node) => wordings[node] ??= Wording.Of(nodes[node][0], reports[nodes[node][0].Report], names);

        bool MayJoin(List<int> a, List<int> b)
        {
            (List<int> small, HashSet<int> other) = a.Count < b.Count ? (a, b.ToHashSet()) : (b, a.ToHashSet());
            if (small.Any(n => parted[n].Overlaps(other)))
                return false;
            double sum = 0;
            int pairs = 0;
            foreach (int x in a.Take(Spokesmen))
            {
                foreach (int y in b.Take(Spokesmen))
                {
                    Comparison comparison = Compare(x, y);
                    if (comparison.Parted)
                        return false;
                    sum += comparison.Score;
                    pairs++;
                }
            }

            return sum / pairs >= JoinAt * 0.75;
        }
    }

    /// <summary>Who counts is confirmed by nobody who does not: "12 million are concerned" is not what "the theft was reported" says. And where both name places or people, one of them must be the same.</summary>
    private static bool MayTellTheSame(Content a, Content b) =>
        Meet(a.Places, b.Places) && Meet(a.People, b.People) && !AmountContrasts.HaveOtherFates(a, b) && !AmountContrasts.CountOtherwise(a, b)
        && (a.Amounts.Any(x => b.Amounts.Any(y => AmountContrasts.AreEqual(x, y))) || ((a.Amounts.IsEmpty || b.Amounts.IsEmpty) && !a.Amounts.Concat(b.Amounts).Any(x => x.IsCore)));

    /// <summary>"The theft of data" beside "the theft of data concerns two million": a name for the matter tells nothing of its size.</summary>
    private static bool NamesAlone(Content phrase, Content counting) => phrase.Predicates.IsEmpty && phrase.Amounts.IsEmpty && counting.Amounts.Any(a => phrase.Words.Contains(a.Noun, StringComparer.Ordinal));

    private static bool IsFragment(Content content) => content.Features.Length < FewestFeatures && !content.HasNegation;

    private static bool CountsAlone(Content a, Content b) => Misses(a, b) || Misses(b, a);

    /// <summary>"Several cars" beside eight missing is no count of them.</summary>
    private static bool Misses(Content without, Content with) =>
        with.Amounts.Any(x => x.IsCore) && !without.Amounts.Any(x => x.Mention.Low == x.Mention.High || with.Amounts.Any(y => AmountContrasts.AreEqual(x, y)));

    private static bool Meet(ImmutableArray<string> a, ImmutableArray<string> b) => a.IsEmpty || b.IsEmpty || a.Any(x => b.Contains(x, StringComparer.Ordinal));

    /// <summary>Statements of one sentence: it does not say the same thing twice.</summary>
    private static IEnumerable<(int, int)> Fellows(List<List<Draft>> nodes) => nodes
        .SelectMany((n, i) => n.Where(d => !d.Denies).Select(d => (d.Report, d.Sentence, Node: i)))
        .GroupBy(d => (d.Report, d.Sentence))
        .Select(g => g.Select(d => d.Node).Distinct().ToArray())
        .SelectMany(g => g.SelectMany(a => g.Where(b => a < b).Select(b => (a, b))));

    /// <summary>"It was not clear how many": nobody says so, and nobody can deny it.</summary>
    private static bool IsOpen(Draft draft) => draft.Content.Denied.Any(d => d is "clear" or "know" or "known" or "certain" or "sure" or "confirm");

    private static IEnumerable<(int, int)> Candidates(List<List<Draft>> nodes, FeatureWeights weights)
    {
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (string feature in nodes[i][0].Content.Features)
            {
                if (!index.TryGetValue(feature, out List<int>? list))
                    index.Add(feature, list = []);
                list.Add(i);
            }
        }

        HashSet<(int, int)> pairs = [];
        Dictionary<int, double> shared = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            shared.Clear();
            foreach (string feature in nodes[i][0].Content.Features)
            {
                List<int> holders = index[feature];
                if (holders.Count > CommonWord)
                    continue;
                double weight = weights.Of(feature);
                foreach (int other in holders)
                {
                    if (other != i)
                        shared[other] = shared.GetValueOrDefault(other) + weight;
                }
            }

            foreach ((int other, _) in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(CandidatesEach))
                pairs.Add(i < other ? (i, other) : (other, i));
        }

        return pairs;
    }

    /// <summary>For each statement taken from a newsroom whose report is at hand, the likest of that report's statements.</summary>
    private static List<(int Citing, int Said)> Cited(List<List<Draft>> nodes, ImmutableArray<DatedReport> reports, Func<int, int, Comparison> compare)
    {
        OutletFamilies families = new([.. reports.Select(r => r.Report)]);
        ILookup<int, int> byReport = nodes.SelectMany((n, i) => n.Select(d => (d.Report, Node: i))).Distinct().ToLookup(x => x.Report, x => x.Node);
        List<(int, int)> found = [];
        Dictionary<string, int[]> meant = new(StringComparer.Ordinal);
        HashSet<(int, int)> asked = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            foreach (Draft draft in nodes[i])
            {
                IEnumerable<int> cited = draft.Chain.Select(c => reports[draft.Report].Annotation.Attributions[c].Speaker).OfType<string>().SelectMany(Meant);
                foreach (int report in cited.Where(r => families.Of(r) != families.Of(draft.Report)).Distinct().Where(r => asked.Add((i, r))))
                {
                    (double score, int best) = byReport[report].Where(o => o != i).Select(o => (Comparison: compare(i, o), o))
                        .Where(c => !c.Comparison.Parted && !CountsAlone(nodes[i][0].Content, nodes[c.o][0].Content))
                        .Select(c => (c.Comparison.Score, c.o)).OrderByDescending(c => c.Score).ThenBy(c => c.o).FirstOrDefault();
                    if (score >= CitedAt)
                        found.Add((i, best));
                }
            }
        }

        return found;

        int[] Meant(string name)
        {
            if (!meant.TryGetValue(name, out int[]? of))
                meant.Add(name, of = [.. Enumerable.Range(0, reports.Length).Where(r => families.Means(name, r))]);
            return of;
        }
    }

    private static IEnumerable<(int, int)> Refuted(List<List<Draft>> nodes, ContentComparer comparer) => Enumerable.Range(0, nodes.Count)
        .Where(n => nodes[n][0].Content is { Negative: true, HasNegation: true })
        .SelectMany(n => Enumerable.Range(0, nodes.Count)
            .Where(o => o != n && comparer.MayRefute(nodes[n][0].Content, nodes[o][0].Content)).Take(CandidatesEach)
            .Select(o => (Math.Min(n, o), Math.Max(n, o))));

    /// <summary>Nodes that stand at the same place of a passage carried over.</summary>
    private static HashSet<(int, int)> AlignedNodes(List<List<Draft>> nodes, ImmutableArray<DatedReport> reports, ImmutableArray<Derivation> lineage)
    {
        HashSet<(int, int)> pairs = [];
        if (lineage.IsEmpty)
            return pairs;
        ILookup<string, (Draft Draft, int Node)> byReport = nodes
            .SelectMany((n, i) => n.Select(d => (Draft: d, Node: i)))
            .ToLookup(x => reports[x.Draft.Report].Report.Id, StringComparer.Ordinal);
        foreach (SharedPassage passage in lineage.SelectMany(d => d.Passages))
        {
            foreach ((Draft a, int x) in byReport[passage.From.Report].Where(d => Covers(passage.From.Span, d.Draft.Span)))
            {
                foreach ((Draft b, int y) in byReport[passage.To.Report].Where(d => Covers(passage.To.Span, d.Draft.Span)))
                {
                    if (x != y && SamePlace(passage, a.Span, b.Span))
                        pairs.Add(x < y ? (x, y) : (y, x));
                }
            }
        }

        return pairs;
    }

    private static bool Covers(TextSpan passage, TextSpan span) =>
        Math.Min(passage.End, span.End) - Math.Max(passage.Start, span.Start) >= span.Length * 0.6;

    private static bool SamePlace(SharedPassage passage, TextSpan from, TextSpan to)
    {
        double first = (double)(from.Start - passage.From.Start) / Math.Max(1, passage.From.Span.Length);
        double second = (double)(to.Start - passage.To.Start) / Math.Max(1, passage.To.Span.Length);
        return Math.Abs(first - second) <= 0.1;
    }
}
