using System.Text;
using Microsoft.AspNetCore.Http;
using Stemma.Web.Pages.Delivery;

namespace Stemma.Web.Tests.Pages.Delivery;

/// <summary>Who draws a page for all may go away, or fail: the others have their page, whole.</summary>
public sealed class KeptPagesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_waits_draws_himself_where_the_first_went_away_or_failed(bool fails)
    {
        await using Served served = await Served.EmptyAsync();
        KeptPages kept = served.Service<KeptPages>();
        using CancellationTokenSource leaves = new();
        TaskCompletionSource begun = new(), goOn = new();

        // As a component does: what it could not load any more it draws without.
        HttpContext first = Asking(leaves.Token);
        Task drawing = kept.Keep("t", new Page(async c =>
        {
            begun.SetResult();
            await goOn.Task;
            await c.Response.WriteAsync("half", default);
            if (fails)
                throw new InvalidOperationException("no page");
        })).ExecuteAsync(first);
        await begun.Task;
        HttpContext[] others = [.. Enumerable.Range(0, 5).Select(_ => Asking(default))];
        Task[] waiting = [.. others.Select(o => kept.Keep("t", new Page(c => c.Response.WriteAsync("whole", default))).ExecuteAsync(o))];
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        if (!fails)
            await leaves.CancelAsync();
        goOn.SetResult();

        await (fails ? (Task)Assert.ThrowsAsync<InvalidOperationException>(() => drawing) : Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing));
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.All(others, o => Assert.Equal("whole", Sent(o)));
        Assert.Equal("", Sent(first));
        HttpContext later = Asking(default);
        await kept.Keep("t", new Page(c => c.Response.WriteAsync("whole", default))).ExecuteAsync(later);
        Assert.Equal("whole", Sent(later));
    }

    [Fact]
    public async Task Who_goes_away_while_he_waits_takes_nothing_from_the_others()
    {
        await using Served served = await Served.EmptyAsync();
        KeptPages kept = served.Service<KeptPages>();
        using CancellationTokenSource leaves = new();
        TaskCompletionSource goOn = new();
        HttpContext first = Asking(default), stays = Asking(default);
        Page page = new(async c =>
        {
            await goOn.Task;
            await c.Response.WriteAsync("whole", default);
        });
        long before = kept.Drawn;
        Task drawing = kept.Keep("t", page).ExecuteAsync(first), gone = kept.Keep("t", page).ExecuteAsync(Asking(leaves.Token)), waiting = kept.Keep("t", page).ExecuteAsync(stays);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        goOn.SetResult();
        await Task.WhenAll(drawing, waiting).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("whole", "whole"), (Sent(first), Sent(stays)));
        Assert.Equal(before + 1, kept.Drawn);
    }

    private static DefaultHttpContext Asking(CancellationToken leaves)
    {
        DefaultHttpContext context = new() { RequestAborted = leaves };
        context.Request.Path = "/stories/s";
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static string Sent(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class Page(Func<HttpContext, Task> draw) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => draw(httpContext);
    }
}
