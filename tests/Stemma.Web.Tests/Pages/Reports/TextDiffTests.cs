using System.Collections.Immutable;
using Stemma.Web.Pages.Reports;

namespace Stemma.Web.Tests.Pages.Reports;

/// <summary>What changed between two versions, by word, and never something that did not.</summary>
public sealed class TextDiffTests
{
    [Fact]
    public void A_changed_number_is_the_only_change()
    {
        ImmutableArray<DiffPiece> changed = Assert.Single(TextDiff.Changed("Head\n\nTwo dockers were hurt on Monday.\n\nThe port is shut.", "Head\n\nThree dockers were hurt on Monday.\n\nThe port is shut."));
        Assert.Equal([new(DiffKind.Removed, "Two"), new(DiffKind.Added, "Three"), new(DiffKind.Same, "dockers were hurt on Monday.")], changed.ToArray());
    }

    [Fact]
    public void Paragraphs_that_came_or_went_are_told_whole()
    {
        var changed = TextDiff.Changed("a b\nc d", "a b\nnew words\nc d");
        Assert.Equal([new DiffPiece(DiffKind.Added, "new words")], Assert.Single(changed).ToArray());
        Assert.Empty(TextDiff.Changed("same\n\ntext", "same\ntext"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_pieces_give_back_both_texts(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 100; round++)
        {
            string before = Line(), after = Line();
            var changed = TextDiff.Changed(before, after);
            if (before == after)
            {
                Assert.Empty(changed);
                continue;
            }

            ImmutableArray<DiffPiece> pieces = Assert.Single(changed);
            Assert.Equal(before, string.Join(' ', pieces.Where(p => p.Kind is not DiffKind.Added).Select(p => p.Text)));
            Assert.Equal(after, string.Join(' ', pieces.Where(p => p.Kind is not DiffKind.Removed).Select(p => p.Text)));
        }

        string Line() => string.Join(' ', Enumerable.Range(0, random.Next(1, 20)).Select(_ => "abcd"[random.Next(4)].ToString()));
    }

    [Fact]
    public void Two_long_texts_with_nothing_in_common_are_compared_in_bounded_time()
    {
        string before = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => "a" + i)), after = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => "b" + i));
        ImmutableArray<DiffPiece> pieces = Assert.Single(TextDiff.Changed(before, after));
        Assert.Equal([DiffKind.Removed, DiffKind.Added], pieces.Select(p => p.Kind));
    }
}
