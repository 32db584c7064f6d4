using System.Collections.Immutable;
using System.Reflection;
using Stemma.Store;
using Stemma.Web.Pages.Reading;

namespace Stemma.Web.Tests.Pages.Reading;

public sealed class NameListsTests
{
    [Fact]
    public async Task Those_who_ask_at_once_share_one_reading_and_who_comes_later_has_his_own()
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

        slow.Answer = new();
        slow.Answer.SetResult([]);
        Assert.Empty(await lists.OfAsync(NameKind.Person, null, default));
        Assert.Equal(3, slow.Readings);
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

    private static (NameLists Lists, Slow Slow) Lists()
    {
        IStoryStore store = DispatchProxy.Create<IStoryStore, OneRecord>();
        ((OneRecord)(object)store).Records = DispatchProxy.Create<IStoryRecords, Slow>();
        return (new NameLists(store), (Slow)(object)((OneRecord)(object)store).Records);
    }

    /// <summary>A store that has nothing but records.</summary>
    public class OneRecord : DispatchProxy
    {
        public IStoryRecords Records { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "get_Records" ? Records : throw new NotSupportedException(targetMethod.Name);
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
