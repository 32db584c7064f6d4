using System.Collections.Immutable;
using System.Reflection;
using Stemma.Store;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Tests.Pages.Reading;

public sealed class NameListsTests
{
    private readonly Clock clock = new();
    private OneRecord marks = null!;

    [Fact]
    public async Task Those_who_ask_at_once_share_one_reading_and_who_comes_soon_after_is_shown_it_too()
    {
        (NameLists lists, Slow slow) = Lists();
        using CancellationTokenSource leaves = new();
        Task<ImmutableArray<RecordedName>> first = lists.OfAsync(NameKind.Person, null, leaves.Token), other = lists.OfAsync(NameKind.Origin, null, default);
        Task<ImmutableArray<RecordedName>>[] all = [.. Enumerable.Range(0, 20).Select(_ => lists.OfAsync(NameKind.Person, null, default))];

        // Who asked first goes away: the others have their list all the same.
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        slow.Answer.SetResult([new RecordedName("Ana", 1, 1, null)]);
        Assert.All(await Task.WhenAll(all), names => Assert.Equal("Ana", Assert.Single(names).Name));
        await other;
        Assert.Equal(2, slow.Readings);

        // Who comes after that, but not much later, is shown the same.
        Assert.Single(await lists.OfAsync(NameKind.Person, " ", default));
        Assert.Equal(2, slow.Readings);
    }

    [Fact]
    public async Task A_list_that_grew_old_is_shown_while_it_is_read_anew_and_one_that_is_too_old_is_waited_for()
    {
        (NameLists lists, Slow slow) = Lists();
        slow.Answer.SetResult([new RecordedName("Ana", 1, 1, null)]);
        await lists.OfAsync(NameKind.Person, null, default);

        clock.Now += NameLists.Fresh + TimeSpan.FromSeconds(1);
        slow.Answer = new();
        Assert.Equal("Ana", Assert.Single(await lists.OfAsync(NameKind.Person, null, default)).Name);
        slow.Answer.SetResult([new RecordedName("Bo", 1, 1, null)]);
        await WaitAsync(async () => (await lists.OfAsync(NameKind.Person, null, default))[0].Name == "Bo");
        Assert.Equal(2, slow.Readings);

        clock.Now += NameLists.Stale + TimeSpan.FromSeconds(1);
        slow.Answer = new();
        slow.Answer.SetResult([]);
        Assert.Empty(await lists.OfAsync(NameKind.Person, null, default));
    }

    [Fact]
    public async Task A_correction_ends_what_was_read()
    {
        (NameLists lists, Slow slow) = Lists();
        slow.Answer.SetResult([new RecordedName("Ana", 1, 1, null)]);
        await lists.OfAsync(NameKind.Person, null, default);
        marks.Marks = marks.Marks with { Corrections = 1 };
        slow.Answer = new();
        slow.Answer.SetResult([]);
        Assert.Empty(await lists.OfAsync(NameKind.Person, null, default));
    }

    [Fact]
    public async Task A_store_in_trouble_is_asked_again_by_the_next()
    {
        (NameLists lists, Slow slow) = Lists();
        slow.Answer.SetException(new StoreException("locked", true));
        await Assert.ThrowsAsync<StoreException>(() => lists.OfAsync(NameKind.Outlet, "a", default));
        slow.Answer = new();
        slow.Answer.SetResult([]);
        Assert.Empty(await lists.OfAsync(NameKind.Outlet, "a", default));
    }

    private (NameLists Lists, Slow Slow) Lists()
    {
        IStoryStore store = DispatchProxy.Create<IStoryStore, OneRecord>();
        marks = (OneRecord)(object)store;
        marks.Records = DispatchProxy.Create<IStoryRecords, Slow>();
        return (new NameLists(store, clock), (Slow)(object)marks.Records);
    }

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (int i = 0; i < 500 && !await until(); i++)
            await Task.Delay(10);
        Assert.True(await until());
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A store that has nothing but records.</summary>
    public class OneRecord : DispatchProxy
    {
        public IStoryRecords Records { get; set; } = null!;

        public StoreMarks Marks { get; set; } = new(0, 0, 0, 0);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_Records" => Records,
            "MarksAsync" => Task.FromResult(Marks),
            string other => throw new NotSupportedException(other),
        };
    }

    /// <summary>Records that answer when they are told to.</summary>
    public class Slow : DispatchProxy
    {
        private int readings;

        public int Readings => readings;

        public TaskCompletionSource<ImmutableArray<RecordedName>> Answer { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.Equal("NamesAsync", targetMethod!.Name);
            Interlocked.Increment(ref readings);
            return Answer.Task;
        }
    }
}
